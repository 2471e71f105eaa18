import type { CDPSession } from '@playwright/test';

/** What V8 writes down of a page's memory: numbers in rows, whose columns `meta` names. */
interface RawSnapshot {
  snapshot: {
    meta: {
      node_fields: string[];
      node_types: [string[], ...unknown[]];
      edge_fields: string[];
      edge_types: [string[], ...unknown[]];
    };
  };
  nodes: number[];
  edges: number[];
  strings: string[];
}

/** Collects garbage, and writes down everything that is still in the page's memory then. */
export const takeHeapSnapshot = async (session: CDPSession): Promise<HeapSnapshot> => {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }): void => {
    chunks.push(chunk);
  };
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return new HeapSnapshot(JSON.parse(chunks.join('')) as RawSnapshot);
};

const NOT_REACHED = -1;
const SHOWN = 80;

/** A page's memory at one moment. */
export class HeapSnapshot {
  private readonly raw: RawSnapshot;
  private readonly nodeSize: number;
  private readonly edgeSize: number;

  constructor(raw: RawSnapshot) {
    this.raw = raw;
    this.nodeSize = raw.snapshot.meta.node_fields.length;
    this.edgeSize = raw.snapshot.meta.edge_fields.length;
  }

  /** How many texts there are. */
  get size(): number {
    return this.raw.strings.length;
  }

  /**
   * What holds the texts that a test asks for: for each the shortest way from a root of the memory, as
   * `thing.property → thing`. A text that nothing holds is named all the same.
   */
  waysTo(isWanted: (text: string) => boolean): string[] {
    const { strings } = this.raw;
    const wanted = new Set(strings.flatMap((text, at) => (isWanted(text) ? [at] : [])));
    if (wanted.size === 0) {
      return [];
    }
    const cameFrom = this.reach();
    const ways = [...this.nodesNamed(wanted)].map((node) => this.wayTo(node, cameFrom));
    return ways.length > 0 ? ways : [...wanted].map(() => '(a name in the memory)');
  }

  private *nodesNamed(names: Set<number>): Generator<number> {
    const column = this.raw.snapshot.meta.node_fields.indexOf('name');
    for (let node = 0; node < this.raw.nodes.length; node += this.nodeSize) {
      if (names.has(this.raw.nodes[node + column] ?? NOT_REACHED)) {
        yield node;
      }
    }
  }

  /** For every thing the reference by which a walk from the root came to it first. */
  private reach(): Int32Array {
    const { nodes, edges } = this.raw;
    const firstEdges = this.firstEdges();
    const cameFrom = new Int32Array(nodes.length).fill(NOT_REACHED);
    const queue = [0];
    for (const node of queue) {
      const at = node / this.nodeSize;
      for (
        let edge = firstEdges[at] ?? 0;
        edge < (firstEdges[at + 1] ?? 0);
        edge += this.edgeSize
      ) {
        const to = edges[edge + this.edgeColumn('to_node')] ?? 0;
        if (to !== 0 && cameFrom[to] === NOT_REACHED && this.edgeType(edge) !== 'weak') {
          cameFrom[to] = edge;
          queue.push(to);
        }
      }
    }
    return cameFrom;
  }

  /** Where each thing's references begin, and at the end where the last ones end. */
  private firstEdges(): number[] {
    const column = this.raw.snapshot.meta.node_fields.indexOf('edge_count');
    const first = [0];
    let next = 0;
    for (let node = 0; node < this.raw.nodes.length; node += this.nodeSize) {
      next += (this.raw.nodes[node + column] ?? 0) * this.edgeSize;
      first.push(next);
    }
    return first;
  }

  private wayTo(node: number, cameFrom: Int32Array): string {
    const steps = [this.nodeTitle(node)];
    const firstEdges = this.firstEdges();
    for (let edge = cameFrom[node] ?? NOT_REACHED; edge !== NOT_REACHED;) {
      const owner = this.ownerOf(edge, firstEdges);
      steps.push(`${this.nodeTitle(owner)}.${this.edgeTitle(edge)}`);
      edge = cameFrom[owner] ?? NOT_REACHED;
    }
    return steps.toReversed().join(' → ');
  }

  private ownerOf(edge: number, firstEdges: number[]): number {
    let [low, high] = [0, firstEdges.length - 1];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = (firstEdges[middle] ?? 0) <= edge ? [middle, high] : [low, middle];
    }
    return low * this.nodeSize;
  }

  private nodeTitle(node: number): string {
    const { meta } = this.raw.snapshot;
    const type = meta.node_types[0][this.raw.nodes[node + meta.node_fields.indexOf('type')] ?? 0];
    const name = this.raw.strings[this.raw.nodes[node + meta.node_fields.indexOf('name')] ?? 0];
    // The texts themselves are what a report must not repeat.
    return type?.includes('string') ? `(${type})` : `${type} ${name?.slice(0, SHOWN)}`;
  }

  private edgeTitle(edge: number): string {
    const name = this.raw.edges[edge + this.edgeColumn('name_or_index')] ?? 0;
    const isNumbered = ['element', 'hidden'].includes(this.edgeType(edge));
    return isNumbered ? `[${name}]` : (this.raw.strings[name] ?? '').slice(0, SHOWN);
  }

  private edgeType(edge: number): string {
    const { meta } = this.raw.snapshot;
    return meta.edge_types[0][this.raw.edges[edge + this.edgeColumn('type')] ?? 0] ?? '';
  }

  private edgeColumn(field: string): number {
    return this.raw.snapshot.meta.edge_fields.indexOf(field);
  }
}
