import type { ReactElement } from 'react';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';

/** The keys that the stand-in for NVIDIA knows, from its own table. */
export const KeyTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Key</th>
        <th>What happens</th>
      </tr>
    </thead>
    <tbody>
      {Object.values(testKeys).map(({ key, ...known }) => (
        <tr key={key}>
          <td>
            <code>{key}</code>
          </td>
          <td>{known.meaning}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
