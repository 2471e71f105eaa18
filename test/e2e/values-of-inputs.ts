import type { CDPSession } from '@playwright/test';

/** What every input holds that a script could still come by, also those that are no longer in the page. */
export const valuesOfInputs = async (session: CDPSession): Promise<string[]> => {
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: 'HTMLInputElement.prototype',
    objectGroup: 'inputs',
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: String(prototype.objectId),
    objectGroup: 'inputs',
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: String(objects.objectId),
    functionDeclaration: 'function () { return this.map((input) => input.value); }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'inputs' });
  return result.value as string[];
};
