import type { WriteStream } from 'node:tty';

/** Shows how much of a long command's work is done. */
export interface Progress {
  update(done: number): void;
  /** Ends the line on a terminal. */
  stop(): void;
}

/** Characters of a whole bar. */
const barLength = 40;

/** Less work than this is done before anyone reads its progress. */
const leastShown = 2_000;

/**
 * Shows progress on a stream: a bar on a terminal, otherwise a line for every tenth.
 * Written here because cli-progress is a package for development only, and a production install runs these commands.
 * @param unit what is counted, in the plural
 */
export function showProgress(total: number, unit: string, stream: Pick<WriteStream, 'isTTY' | 'write'>): Progress {
  const step = stream.isTTY ? 1 : 10;
  let shown = 0;
  let isLineOpen = false;
  return {
    update(done) {
      const percent = Math.floor((done / total) * (100 / step)) * step;
      if (total < leastShown || percent <= shown) return;
      shown = percent;
      isLineOpen = stream.isTTY;
      const sentence = `${percent} % of ${total} ${unit}`;
      stream.write(stream.isTTY ? `\r${bar(percent)} ${sentence}` : `${sentence}\n`);
    },
    stop() {
      if (isLineOpen) stream.write('\n');
      isLineOpen = false;
    },
  };
}

function bar(percent: number): string {
  return '█'.repeat(Math.round((percent / 100) * barLength)).padEnd(barLength, '░');
}
