import { expect, it } from 'vitest';
import { pointerTo } from './json-patch.ts';

it('points to a member whatever its name holds', () => {
  expect(pointerTo('metadata', 'annotations', 'a/b~c')).toBe('/metadata/annotations/a~1b~0c');
});
