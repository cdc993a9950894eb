// The first import of every entry that loads learning code. From 1.30 on, onnxruntime's own binaries report the machine,
// the graphs and the times of their runs to mobile.events.data.microsoft.com, and keep a device id and a queue of reports in
// the home folder, unless this stands in the environment when they load. An agent connects to its coordinator and to
// nothing else.
// eslint-disable-next-line no-restricted-properties -- written, not read; onnxruntime has no other switch
process.env['ORT_DISABLE_TELEMETRY'] = '1';
