using System.IO.Pipelines;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Conformance.Tests.Suite;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Documentation;

/// <summary>The transport of docs/transports.md, as its page has it, between two streams in memory.</summary>
public sealed class StreamReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => true;

    /// <inheritdoc/>
    protected override async Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var server = new StreamServer(app.Services.GetRequiredService<PipelineServices>(), app.Services);
        var transport = new StreamTransport((_, _) => Task.FromResult<Stream>(Open(server)));
        var caller = await PipelineApp.StartAsync<TService>(builder =>
        {
            builder.Services.AddSingleton<ServiceTransport>(transport).AddSingleton<TimeProvider>(probe.Clock);
            builder.Configuration[$"Pipeline:Services:{TService.Definition.Name}:Url"] = "stream://here";
        });
        return new(caller.GetProxy<TProxy>(), probe, caller, app);
    }

    private static Duplex Open(StreamServer server)
    {
        var (toServer, toCaller) = (new Pipe(), new Pipe());
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => server.ServeAsync(new Duplex(toServer.Reader.AsStream(), toCaller.Writer.AsStream()), CancellationToken.None));
        return new Duplex(toCaller.Reader.AsStream(), toServer.Writer.AsStream());
    }

    /// <summary>Reads from one stream and writes to another.</summary>
    private sealed class Duplex(Stream from, Stream to) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => to.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => from.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            from.ReadAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            to.WriteAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            from.Dispose();
            to.Dispose();
            base.Dispose(disposing);
        }
    }
}

public sealed class StreamTransportValues : ValueConformance<StreamReach>;

public sealed class StreamTransportStreams : StreamConformance<StreamReach>;

public sealed class StreamTransportStreamArguments : StreamArgumentConformance<StreamReach>;

public sealed class StreamTransportConcurrency : ConcurrencyConformance<StreamReach>;

/// <summary>The page and the file that is compiled are one.</summary>
public sealed partial class StreamTransportPage
{
    [Test]
    public void Page_ShowsTheTransportThatIsCompiled()
    {
        string folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Documentation");
        string page = File.ReadAllText(Path.Combine(folder, "transports.md"));
        string code = File.ReadAllText(Path.Combine(folder, "StreamTransport.cs"));

        string shown = Code.Matches(page).Select(static match => match.Groups[1].Value).Single(static text => text.Contains("StreamPipe", StringComparison.Ordinal));

        Assert.That(
            Plain(code.Replace("namespace Pipeline.Conformance.Tests.Documentation;", "", StringComparison.Ordinal).Replace("internal ", "", StringComparison.Ordinal)),
            Is.EqualTo(Plain(shown)));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code { get; }
}
