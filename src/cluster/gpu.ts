/** How NVIDIA's device plugins call whole GPUs and parts of them. */
const GPU = /^nvidia\.com\/(gpu|mig-)/;

/** Whether a resource of Kubernetes is an NVIDIA GPU, or a part of one. */
export const isGpu = (resource: string): boolean => GPU.test(resource);
