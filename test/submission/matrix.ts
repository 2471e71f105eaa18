/** How a press of "Deploy model" ended: everything is there, nothing of it, or the message names what is. */
export type Count = 'there' | 'nothing' | 'named';

const heads: readonly Count[] = ['there', 'nothing', 'named'];

/** Counts how each of many presses ended, by what went wrong. */
export interface Matrix {
  count: (aftermath: string, fault: string, count: Count) => void;
  text: () => string;
}

export const createMatrix = (): Matrix => {
  const rows = new Map<string, Record<Count, number>>();
  return {
    count: (aftermath, fault, count) => {
      const name = `${aftermath}: ${fault}`;
      const row = rows.get(name) ?? { there: 0, nothing: 0, named: 0 };
      row[count] += 1;
      rows.set(name, row);
    },
    text: () => {
      const width = Math.max(...[...rows.keys()].map(({ length }) => length), 0);
      const total = { there: 0, nothing: 0, named: 0 };
      for (const row of rows.values()) {
        for (const head of heads) {
          total[head] += row[head];
        }
      }
      const line = (name: string, cells: readonly unknown[]): string =>
        `${name.padEnd(width)} ${cells.map((cell) => String(cell).padStart(8)).join('')}\n`;
      const cellsOf = (row: Record<Count, number>): number[] => heads.map((head) => row[head]);
      return [
        line('what goes wrong', heads),
        ...[...rows].map(([name, row]) => line(name, cellsOf(row))),
        line('all', cellsOf(total)),
      ].join('');
    },
  };
};
