import { describe, expect, it } from 'vitest';
import type { ListedExtension } from './code-references.ts';
import { applySuppress } from './suppress.ts';

const card = (uid: string, id = 'nim'): ListedExtension => ({
  type: 'card',
  properties: { id },
  pluginName: 'plugin',
  uid,
});
const suppress = (targetId: string): ListedExtension => ({
  type: 'app.suppress',
  properties: { targetType: 'card', targetId },
  pluginName: 'plugin',
  uid: `suppress-${targetId}`,
});
const uids = (listed: ListedExtension[]) => applySuppress(listed).map(({ uid }) => uid);

describe('applySuppress', () => {
  it('removes what is listed before it and keeps what comes after', () => {
    expect(uids([card('old'), suppress('nim'), card('new')])).toEqual(['new']);
  });

  it('counts from the last entry for the same target', () => {
    expect(uids([card('old'), suppress('nim'), card('middle'), suppress('nim')])).toEqual([]);
  });

  it('leaves extensions with another id, or none, alone', () => {
    const field: ListedExtension = { ...card('field'), properties: {} };
    expect(uids([card('other', 'other'), field, suppress('nim')])).toEqual(['other', 'field']);
  });
});
