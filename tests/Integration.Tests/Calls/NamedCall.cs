using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>Calls an API as a transport would that has its arguments by name: without reflection, defaults filled in.</summary>
internal sealed class NamedCall(ServiceProxy proxy, params IEnumerable<(string Name, object? Value)> arguments) : IEndpointVisitor<Task<object?>>
{
    private readonly Dictionary<string, object?> _arguments = arguments.ToDictionary(static named => named.Name, static named => named.Value);

    public async Task<object?> Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        await endpoint.InvokeAsync((TProxy)proxy, Pack(endpoint.Parameters), default);

    public async Task<object?> Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        await endpoint.StreamAsync((TProxy)proxy, Pack(endpoint.Parameters), default).ToListAsync();

    private TArgs Pack<TArgs>(IReadOnlyList<Parameter<TArgs>> parameters)
        where TArgs : struct =>
        parameters.Aggregate(default(TArgs), (args, parameter) => parameter.Accept(new Setter<TArgs>(args, _arguments)));

    private sealed class Setter<TArgs>(TArgs args, Dictionary<string, object?> arguments) : IParameterVisitor<TArgs, TArgs>
        where TArgs : struct
    {
        public TArgs Visit<TValue>(Parameter<TArgs, TValue> parameter)
        {
            var changed = args;
            if (arguments.TryGetValue(parameter.Name, out var value))
                parameter.Set(ref changed, (TValue)value!);
            else
                parameter.SetDefault(ref changed);
            Assert.That(parameter.GetValue(changed), Is.EqualTo(parameter.Get(changed)));
            return changed;
        }

        public TArgs VisitStream<TItem>(StreamParameter<TArgs, TItem> parameter) => Visit(parameter);
    }
}
