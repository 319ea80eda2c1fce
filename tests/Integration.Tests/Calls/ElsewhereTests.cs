using Microsoft.Extensions.DependencyInjection;
using Pipeline.Integration.Services;
using Pipeline.Transports;

namespace Pipeline.Integration.Tests.Calls;

public sealed class ElsewhereTests
{
    [Test]
    public async Task Proxy_OfAServiceThatRunsElsewhereForItsDependent_IsRefused()
    {
        await using var app = await PipelineApp.StartAsync<FarReader>(static builder =>
            builder.Services.AddSingleton(new Script()).AddSingleton<ServiceTransport>(new AnywhereTransport()));

        Assert.That(
            () => app.GetProxy<Flaky.Proxy>(),
            Throws.InvalidOperationException.With.Message.StartsWith("Flaky does not run here: configure Pipeline:Services:Flaky:Url"));
    }

    private sealed class AnywhereTransport : ServiceTransport
    {
        public override ServiceChannel TryConnect(ServiceDefinition service, Uri url) => new DeadChannel();
    }

    private sealed class DeadChannel : ServiceChannel
    {
        public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
            CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
            Task.FromException<TResult>(new IOException());

        public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
            StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
            AsyncEnumerable.Empty<TItem>();
    }
}
