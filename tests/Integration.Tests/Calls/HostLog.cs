using Microsoft.Extensions.Logging;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>What the runtime says while it starts and stops, a line each, and a way to wait for a line.</summary>
internal sealed class HostLog : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Line, TaskCompletionSource Written)> _waits = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>Ends when that has been written.</summary>
    public Task WrittenAsync(string line)
    {
        lock (_gate)
        {
            if (_lines.Contains(line))
                return Task.CompletedTask;

            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((line, written));
            return written.Task;
        }
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName == "Pipeline.Hosting" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, written) in _waits.Where(wait => wait.Line == line))
                written.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
