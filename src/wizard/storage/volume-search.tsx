import { SearchInput } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import * as words from '../../words/existing-volume.ts';
import { FieldHelp } from '../field-help.tsx';
import type { VolumeChoice } from './volume-choices.ts';

/** A longer list is searched: nobody reads it, and a page is slow with it. */
const MOST_OFFERED = 100;

/** A list of volumes as far as it is offered, and how more of it is found. */
interface VolumeSearch {
  /** The best of those that are found. */
  offered: VolumeChoice[];
  found: number;
  /** Undefined where all volumes are offered anyway. */
  sought: string | undefined;
  seek: (text: string) => void;
}

/** Finds volumes by a part of their names. */
export const useVolumeSearch = (choices: VolumeChoice[]): VolumeSearch => {
  const [text, seek] = useState('');
  const isSearched = choices.length > MOST_OFFERED;
  const part = isSearched ? text.trim().toLowerCase() : '';
  const found = choices.filter(({ name }) => name.includes(part));
  return {
    offered: found.slice(0, MOST_OFFERED),
    found: found.length,
    sought: isSearched ? text : undefined,
    seek,
  };
};

/** Above a list that is longer than what is offered of it. */
export const VolumeSearchInput = (props: {
  search: VolumeSearch;
  isDisabled: boolean;
}): ReactElement | null => {
  const { offered, found, sought, seek } = props.search;
  return sought === undefined || props.isDisabled ? null : (
    <>
      <SearchInput
        aria-label={words.findVolume}
        placeholder={words.findVolume}
        value={sought}
        onChange={(_event, text) => seek(text)}
        onClear={() => seek('')}
      />
      <div role="status">
        <FieldHelp>{words.offeredOf(offered.length, found)}</FieldHelp>
      </div>
    </>
  );
};
