import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { checkExistingVolume, usersOfVolume } from '../submit/checks/volume.ts';
import { FieldHelp } from './field-help.tsx';
import { queryClient } from './query-client.ts';
import { volumeUsersQuery } from './volume-users-query.ts';
import type { VolumeOption } from './volumes-query.ts';

/** What is known to be wrong with a volume that was chosen; who uses it is said when that is known. */
export const VolumeAdvice = ({ volume }: { volume: VolumeOption }): ReactElement => {
  const { data: runtimes = [] } = useQuery(volumeUsersQuery(volume.project), queryClient);
  const users = usersOfVolume(volume.name, runtimes);
  return (
    <>
      {checkExistingVolume(volume, { users }).map(({ severity, title, body }) => (
        <FieldHelp key={title} variant={severity === 'stops' ? 'error' : 'warning'}>
          {title}. {body}
        </FieldHelp>
      ))}
    </>
  );
};
