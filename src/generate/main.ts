#!/usr/bin/env node
/** The command line `nim-catalog`, for whoever makes or installs a catalog of models. */
import { program } from './program.ts';

await program(process.argv);
