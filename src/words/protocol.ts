/** How a model is called: where it is chosen, and on the review page. */
export const protocol = 'Protocol';
export const protocols = { http: 'HTTP', grpc: 'gRPC' } as const;
