/** What is deployed, as the dashboard and NVIDIA call it. */
export const nim = 'NVIDIA NIM';
