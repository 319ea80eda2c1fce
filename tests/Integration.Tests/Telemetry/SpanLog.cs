using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Pipeline.Integration.Tests.Telemetry;

/// <summary>What OpenTelemetry exports of one trace, whose root is the test's own span.</summary>
internal sealed class SpanLog : IDisposable
{
    private static readonly ActivitySource Tests = new("Pipeline.Tests");

    private readonly List<Activity> _exported = [];
    private readonly TracerProvider _provider;
    private readonly Activity _root;

    public SpanLog()
    {
        _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(PipelineTelemetry.ActivitySourceName, Tests.Name)
            .AddInMemoryExporter(_exported)
            .Build();
        _root = Tests.StartActivity("test")!;
    }

    /// <summary>The span of the test itself.</summary>
    public Activity Root => _root;

    /// <summary>The spans that have ended, in the order in which they began.</summary>
    public IReadOnlyList<Activity> Spans
    {
        get
        {
            lock (_exported)
            {
                return
                [
                    .. _exported.ToArray().Where(span => span.TraceId == _root.TraceId && span != _root)
                        .OrderBy(static span => span.StartTimeUtc).ThenBy(static span => span.Duration),
                ];
            }
        }
    }

    /// <summary>The only span of that name.</summary>
    public Activity this[string name] => Spans.Single(span => span.DisplayName == name && span.GetTagItem("pipeline.attempt") is null);

    /// <summary>The spans as a tree in one line, siblings in alphabetical order: <c>A/B(C/D C/D)</c>.</summary>
    public string Tree => Below(_root.SpanId);

    /// <summary>Waits until as many spans have ended.</summary>
    public async Task<SpanLog> EndedAsync(int count)
    {
        while (Spans.Count < count)
            await Task.Delay(1);
        return this;
    }

    public void Dispose()
    {
        _root.Dispose();
        _provider.Dispose();
    }

    private string Below(ActivitySpanId parent) => string.Join(
        ' ',
        Spans.Where(span => span.ParentSpanId == parent)
            .Select(span => Below(span.SpanId) is { Length: > 0 } below ? $"{Name(span)}({below})" : Name(span))
            .Order(StringComparer.Ordinal));

    private static string Name(Activity span) =>
        span.GetTagItem("pipeline.attempt") is { } attempt ? $"#{attempt}" : span.DisplayName;
}
