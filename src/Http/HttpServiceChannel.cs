using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Pipeline.CompilerServices;
using Pipeline.Http.Answers;
using Pipeline.Http.Failures;
using Pipeline.Http.Peers;
using Pipeline.Http.Requests;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http;

/// <summary>The way to one service at one address.</summary>
internal sealed class HttpServiceChannel(ServiceDefinition service, Peer peer, WireJson json, int maxAnswerBytes) : ServiceChannel
{
    private const string ForCalls = $"{WebNames.Json}, {WebNames.Text}, {WebNames.Bytes}";
    private const string ForStreams = $"{WebNames.Events}, {WebNames.Lines};q=0.5";

    private readonly ConcurrentDictionary<Endpoint, object> _writers = new();
    private readonly ResponseFailure _failures = new(service, peer.Address);

    /// <inheritdoc/>
    public override async Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        var call = Prepare(endpoint, endpoint.Parameters, in args);
        var (response, _) = await SendAsync(call, ForCalls, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            try
            {
                var type = typeof(TResult) == typeof(NoResult) || WebTypes.IsFile(typeof(TResult))
                    ? null
                    : (JsonTypeInfo<TResult>)json.Answers.GetTypeInfo(typeof(TResult));
                return await ResultReader.ReadAsync(response, type, maxAnswerBytes, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                throw _failures.Lost(exception);
            }
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = Prepare(endpoint, endpoint.Parameters, in args);
        var (response, isEdge) = await SendAsync(call, ForStreams, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var type = (JsonTypeInfo<TItem>)json.Answers.GetTypeInfo(typeof(TItem));
            var items = (isEdge
                ? EventReader.ReadAsync(body, type, maxAnswerBytes, problem => _failures.OfProblem(
                    problem, 500, null, call.Origin, cancellationToken), cancellationToken)
                : RawItems.ReadAsync(body, type, maxAnswerBytes, cancellationToken)).GetAsyncEnumerator(cancellationToken);
            await using (items.ConfigureAwait(false))
            {
                while (await NextAsync(items).ConfigureAwait(false))
                    yield return items.Current;
            }
        }
    }

    /// <inheritdoc/>
    public override async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "readyz");
        request.Headers.Add(WebNames.OwnReadiness, "own");
        try
        {
            using var response = await peer.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new ServiceUnavailableException(service.Name, $"{peer.Address}readyz says {(int)response.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            throw _failures.Unreachable(exception);
        }
    }

    private async ValueTask<bool> NextAsync<TItem>(IAsyncEnumerator<TItem> items)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw _failures.Lost(exception);
        }
    }

    /// <summary>Everything of the call that has to be taken before this method returns: its arguments and where it comes from.</summary>
    private PreparedCall Prepare<TArgs>(Endpoint endpoint, IReadOnlyList<Parameter<TArgs>> parameters, in TArgs args)
        where TArgs : struct
    {
        var writers = (ArgumentWriter<TArgs>[])_writers.GetOrAdd(
            endpoint, static (_, state) => ArgumentWriters.Create(state.parameters, state.json.Arguments), (parameters, json));
        var taken = new SentArgument[writers.Length];
        for (int index = 0; index < taken.Length; index++)
            taken[index] = writers[index].Take(in args);
        return new(service.Apis[endpoint.Api], taken, CallOrigin.Current);
    }

    private async Task<(HttpResponseMessage Response, bool IsEdge)> SendAsync(
        PreparedCall call, string accept, CancellationToken cancellationToken)
    {
        string name = $"{service}.{call.Api.Name}";
        HttpResponseMessage response;
        PeerSchema schema;
        try
        {
            schema = await peer.SchemaAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw _failures.Unreachable(exception);
        }

        var route = schema.Find(call.Api.Name)
            ?? throw new MissingMethodException($"The service at {peer.Address} has no {call.Api.Name}; it has {schema.Names}.");
        using var request = new HttpRequestMessage(HttpMethod.Post, route.Path);
        request.Content = RequestWriter.Write(name, route, call.Arguments);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (call.Origin.Remaining is { } remaining)
            request.Headers.Add(WebNames.Timeout, CallTimeout.Format(remaining));
        if (call.Origin.Id.Length > 0)
            request.Headers.TryAddWithoutValidation(WebNames.IdempotencyKey, $"\"{call.Origin.Id}\"");
        if (call.Origin.Attempt > 1)
            request.Headers.Add(WebNames.Attempt, call.Origin.Attempt.ToString(CultureInfo.InvariantCulture));
        try
        {
            response = await peer.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(
                false);
        }
        catch (HttpRequestException exception) when (ResponseFailure.WasNeverSent(exception))
        {
            throw _failures.Unreachable(exception);
        }
        catch (HttpRequestException exception)
        {
            throw _failures.Lost(exception);
        }

        if (response.IsSuccessStatusCode)
            return (response, schema.IsEdge);

        using (response)
        {
            // What is served there may have changed since it was asked.
            if ((int)response.StatusCode is 404 or 405)
                peer.Forget();
            throw await _failures.ReadAsync(response, call.Origin, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record PreparedCall(ApiDefinition Api, SentArgument[] Arguments, CallOrigin Origin);
}
