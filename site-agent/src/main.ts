import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { jsonLinesLogger } from '@mammofed/core';
import { runAgent } from './agent.js';
import { parseCommand, USAGE } from './command-line.js';
import { connectTransport } from './connection/transport.js';
import { examineSite, verdictText } from './doctor/doctor.js';
import { lineText } from './doctor/line.js';
import { askNvidia } from './doctor/machine-lines.js';
import { probeEngine } from './engines/probe.js';
import { enrol } from './enrolment/enrol.js';
import { enrolmentText } from './enrolment/enrolment-text.js';
import { readSiteConfig } from './enrolment/site-folder.js';
import { exitCodeOf, SiteError } from './errors.js';
import { egressText, readEgress } from './ledger/egress-report.js';
import { routeTo } from './network/route.js';
import { proxyEnvironment } from './network/settings.js';
import { runPacsCommand } from './pacs/pacs-commands.js';
import { movePolicy } from './policy/move-policy.js';
import { readPolicy, runPolicyCommand } from './policy/policy-commands.js';
import { PrivacyAccount } from './policy/privacy-account.js';
import { privacyReport, privacyText } from './policy/privacy-report.js';
import { sitePaths } from './site-paths.js';

const environment = proxyEnvironment(process.env);
const clock = { nowMs: () => Date.now() };
const log = jsonLinesLogger('site-agent', clock.nowMs, (line) => process.stderr.write(line));
// Whoever reads them may be gone first; that must not end an agent that is stopping.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Aborted by Ctrl-C, by a service manager, and by the end of whoever started this process with an IPC channel. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new SiteError('stopped', 'stopped'));
  // Not once: a Ctrl-C at a terminal reaches this process and, forwarded by its parent, reaches it again.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  if (process.send !== undefined && !process.connected) stop();
  // Listening to the channel must not keep a command alive that has done its work.
  process.channel?.unref();
  return stopping.signal;
}

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2), availableParallelism());
  const signal = stopSignal();
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'enrol': {
      const { network } = command.request;
      const enrolment = await enrol(command.request, {
        connect: async (url, stopping) => connectTransport(url, await routeTo(url, network, environment), stopping),
        log,
        signal,
      });
      if (command.isJson) say(JSON.stringify(enrolment));
      else for (const line of enrolmentText(enrolment, command.request.dir)) say(line);
      return;
    }
    case 'start': {
      const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
        version: string;
      };
      const { dir, engine, traceDir } = command;
      await runAgent({
        dir,
        ...(engine === undefined ? {} : { engine }),
        ...(traceDir === undefined ? {} : { traceDir }),
        agentVersion: version,
        environment,
        clock,
        log,
        say,
        isTerminal: process.stdout.isTTY === true,
        signal,
      });
      say('stopped');
      return;
    }
    case 'doctor': {
      const { dir, url, network, engine, isJson } = command;
      const config = dir === undefined ? null : await readSiteConfig(sitePaths(dir));
      const report = await examineSite(
        {
          config,
          engine: engine ?? config?.engine.name ?? 'auto',
          ...(dir === undefined ? {} : { dir }),
          ...(url === undefined ? {} : { url }),
          ...(network === undefined ? {} : { network }),
        },
        {
          probe: (name) => probeEngine(name, { signal }),
          askGpu: askNvidia,
          environment,
          availableBytes: process.availableMemory(),
          coreCount: availableParallelism(),
          nowMs: clock.nowMs,
          signal,
          onLine: (line) => (isJson ? undefined : say(lineText(line, process.stdout.isTTY))),
        },
      );
      process.stdout.write(isJson ? `${JSON.stringify(report)}\n` : verdictText(report));
      if (!report.mayTrain) process.exitCode = 1;
      return;
    }
    case 'policy':
      await runPolicyCommand(command.command, say, signal);
      return;
    case 'pacs':
      await runPacsCommand(command.command, { say, nowMs: clock.nowMs, signal });
      return;
    case 'egress-report': {
      const paths = sitePaths(command.dir);
      await readSiteConfig(paths);
      const report = await readEgress(paths.ledger);
      process.stdout.write(command.isJson ? `${JSON.stringify(report)}\n` : egressText(report));
      if (report.alteredAtLine !== null) process.exitCode = 1;
      return;
    }
    case 'privacy-report': {
      const paths = sitePaths(command.dir);
      await readSiteConfig(paths);
      await movePolicy(paths);
      const policy = await readPolicy(paths);
      const report = privacyReport(await PrivacyAccount.open(paths.privacyAccount), policy);
      process.stdout.write(command.isJson ? `${JSON.stringify(report)}\n` : privacyText(report));
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
