/** The C twin of the engine's kernel: compiled, fed with the kernel's own arrays, held against its results, timed. */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { KERNEL_LINES, type KernelInput, type KernelSeries } from '../../src/engine/month/kernel';

export interface Twin {
  /** Nanoseconds of one run, over a batch of them. */
  timed(times: number): Promise<number>;
  stop(): void;
}

/** The C compiler of the machine, or null. */
export function compiler(): string | null {
  for (const name of ['cc', 'gcc', 'clang']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** @throws when the twin does not compile, or computes something else than the kernel did. */
export async function startTwin(
  cc: string,
  source: string,
  folder: string,
  input: KernelInput,
  series: KernelSeries,
): Promise<Twin> {
  const program = join(folder, 'project');
  const inputFile = join(folder, 'input');
  const outputFile = join(folder, 'output');
  execFileSync(cc, ['-O2', '-o', program, source], { stdio: 'inherit' });
  writeFileSync(inputFile, bytesOf(input));

  const child = spawn(program, [inputFile, outputFile]);
  const nextLine = linesOf(child);
  if ((await nextLine()) !== 'ready') throw new Error('The C twin did not start.');
  compare(new Float64Array(new Uint8Array(readFileSync(outputFile)).buffer), series);
  return {
    async timed(times) {
      child.stdin.write(`${times}\n`);
      return Number(await nextLine()) / times;
    },
    stop: () => child.stdin.end(),
  };
}

/** As project.c reads them. */
function bytesOf(input: KernelInput): Uint8Array {
  const single = Float64Array.of(input.openingWeight, input.stayedWeight, input.closingWeight, input.waitingLossRate);
  const arrays = [
    Int32Array.of(input.months, input.programs, input.segments, input.periods.count),
    input.periods.ofMonth,
    input.firstSegment,
    input.launch,
    single,
    input.openingPatients,
    input.programBlock,
    input.segmentBlock,
  ];
  return Buffer.concat(arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
}

/** The same arithmetic in the same order gives the same bits, but a compiler may fuse a multiplication and an addition. */
function compare(twins: Float64Array, series: KernelSeries): void {
  let at = 0;
  for (const line of KERNEL_LINES) {
    for (const value of series[line]) {
      const twin = twins[at++];
      if (!(Math.abs(twin - value) <= 1e-9 * Math.max(1, Math.abs(value)))) {
        throw new Error(
          `test/bench/project.c no longer computes what src/engine/kernel.ts does: ${line} is ${twin} there and ${value} here.`,
        );
      }
    }
  }
  if (at !== twins.length) throw new Error('test/bench/project.c has other lines than src/engine/kernel.ts.');
}

/** Reads the child's answers one by one; fails when it ends instead of answering. */
function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The C twin stopped. ${complaint}`);
    return value;
  };
}
