import { describe, expect, it } from 'vitest';
import { createPickerMemory, freshPicker } from './picker-memory.ts';

const searched = { ...freshPicker, search: 'llama' };

describe('what the list of models remembers', () => {
  it('is what was searched for in the same project', () => {
    const memory = createPickerMemory();
    memory.write('nim-demo', searched);
    expect(memory.read('nim-demo')).toEqual(searched);
  });

  it('is nothing in another project, and nothing of it back in the first', () => {
    const memory = createPickerMemory();
    memory.write('nim-demo', searched);
    expect(memory.read('fraud')).toEqual(freshPicker);
    expect(memory.read('nim-demo')).toEqual(freshPicker);
  });
});
