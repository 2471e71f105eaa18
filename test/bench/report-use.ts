/** Loaded into a measured process (`--import`): at its end it writes what it used, for `measured.ts`. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const use = { peakMegabytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env['BENCH_USE_FILE'] ?? '', JSON.stringify(use));
});
