import type { ReactElement } from 'react';
import { checkExistingVolume } from '../submit/checks/volume.ts';
import type { VolumeClass } from '../submit/checks/cache-volume.ts';
import * as words from '../words/existing-volume.ts';
import { FieldHelp } from './field-help.tsx';
import type { VolumeChoice } from './volume-choices.ts';

/** What is known to be wrong with a volume that was chosen; who uses it is said when that is known. */
export const VolumeAdvice = (props: {
  volume: VolumeChoice;
  classes: readonly VolumeClass[];
  imageBytes: number | undefined;
}): ReactElement => {
  const { volume, classes, imageBytes } = props;
  const problems = checkExistingVolume(volume, {
    users: volume.users ?? [],
    classes,
    imageBytes,
  });
  return (
    <>
      {problems.map(({ severity, title, body }) => (
        <FieldHelp key={title} variant={severity === 'stops' ? 'error' : 'warning'}>
          {words.problem(title, body)}
        </FieldHelp>
      ))}
    </>
  );
};
