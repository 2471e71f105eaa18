/** The projects of the embedded cluster's seed. */
export const storyProjects: readonly string[] = ['nim-demo', 'fraud-detection'];
