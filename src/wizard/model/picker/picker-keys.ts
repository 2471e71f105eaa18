import type { KeyboardEvent } from 'react';
import type { Picker } from './use-picker.ts';

type Keys = Readonly<Record<string, (picker: Picker) => void>>;

const openKeys: Keys = {
  ArrowDown: ({ move }) => move(1),
  ArrowUp: ({ move }) => move(-1),
  Enter: ({ chooseActive }) => chooseActive(),
  Escape: ({ close }) => close(),
};

const closedKeys: Keys = {
  ArrowDown: ({ open }) => open(),
  Enter: ({ open }) => open(),
};

/**
 * What the keys do in the search field; a key that does something here does nothing else. While a word
 * is composed (Chinese, Japanese, Korean), they belong to that.
 */
export const onPickerKey =
  (picker: Picker) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const act = (picker.isOpen ? openKeys : closedKeys)[event.key];
    if (act) {
      event.preventDefault();
      act(picker);
    }
  };
