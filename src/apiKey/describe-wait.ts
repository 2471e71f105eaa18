/** How long to wait, in seconds as an HTTP answer says it: `42 seconds`. */
export const describeWait = (seconds: number | undefined): string => {
  if (seconds === undefined) {
    return 'a minute';
  }
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
};
