/** Why a request to NVIDIA came to nothing. */
export const reasonOf = (
  error: unknown,
  signal: AbortSignal,
): 'unreachable' | 'timeout' | 'unexpected-answer' => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (signal.aborted || code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') {
    return 'timeout';
  }
  const answered = code.startsWith('HPE_') || code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
  return answered ? 'unexpected-answer' : 'unreachable';
};
