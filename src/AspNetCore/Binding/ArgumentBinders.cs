using Pipeline.AspNetCore.Endpoints;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Binding;

/// <summary>Makes the binder of an API from its parameters.</summary>
internal static class ArgumentBinders
{
    /// <exception cref="InvalidOperationException">Two parameters have one name on the wire.</exception>
    public static ArgumentBinder<TArgs> Create<TArgs>(ApiEndpoint api, IReadOnlyList<Parameter<TArgs>> parameters)
        where TArgs : struct
    {
        var edge = api.Edge;
        var visitor = new ArgumentFactory<TArgs>(api);
        var arguments = parameters.Select(parameter => parameter.Accept(visitor)).ToArray();
        if (arguments.GroupBy(static argument => argument.Name).FirstOrDefault(static same => same.Count() > 1) is { } clash)
        {
            string same = string.Join(" and ", clash.Select(static argument => argument.Parameter.Name));
            throw new InvalidOperationException(
                $"{edge.Service}.{api.Api.Name} cannot be served: its parameters {same} are both {clash.Key} on the wire. Rename one.");
        }

        return new(
            $"{edge.Service}.{api.Api.Name}", arguments, edge.Options.IgnoreUnknown, edge.ArgumentJson.MaxDepth == 0
                ? 64
                : edge.ArgumentJson.MaxDepth);
    }

    private sealed class ArgumentFactory<TArgs>(ApiEndpoint api) : IParameterVisitor<TArgs, Argument<TArgs>>
        where TArgs : struct
    {
        public Argument<TArgs> Visit<T>(Parameter<TArgs, T> parameter) =>
            new ValueArgument<TArgs, T>(parameter, NameOf(parameter), api.Edge.ArgumentJson, api.Edge.ValidatorOf(api.Method, parameter));

        public Argument<TArgs> VisitStream<TItem>(StreamParameter<TArgs, TItem> parameter) =>
            new StreamArgument<TArgs, TItem>(
                parameter, NameOf(parameter), api.Edge.ArgumentJson, api.Edge.ValidatorOf(api.Method, parameter));

        private string NameOf(ParameterDefinition parameter) => api.Edge.NameOf(parameter.Name);
    }
}
