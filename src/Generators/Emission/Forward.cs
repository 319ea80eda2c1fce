using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells the call of a service's own method.</summary>
internal static class Forward
{
    /// <summary>The call on the receiver, with the parameters as they are; with another token where one is named.</summary>
    public static string Call(ApiModel api, string receiver, string? token = null)
    {
        string target = api.ReceiverType is { } type ? $"(({type}){receiver})" : receiver;
        string scope = Scope(api);
        var arguments = api.MethodParameters.Select(parameter => parameter switch
        {
            { FromScope: { } injection } => injection.Resolve(scope),
            { IsToken: true } when token is not null => token,
            _ => Argument(parameter, parameter.Name),
        });
        return $"{target}.{api.MethodName}({ParameterList.Join(arguments)})";
    }

    /// <summary>The call in a scope of its own, where the API is given something from one.</summary>
    /// <param name="api">The API.</param>
    /// <param name="runtime">What of the runtime opens the scope.</param>
    /// <param name="call">The call.</param>
    /// <param name="token">The token that the runtime is given too, if any.</param>
    public static string InScope(ApiModel api, string runtime, string call, string? token = null) => api.HasScope
        ? $"{RuntimeNames.ProxyCall}.{runtime}(this, {Scope(api)} => {call}{(token is null ? "" : ", " + token)})"
        : call;

    /// <summary>The call's task, whatever its kind.</summary>
    public static string AsTask(ApiModel api, string call) =>
        api.Shape is ResultShape.ValueTask or ResultShape.ValueTaskOfValue ? call + ".AsTask()" : call;

    private static string Scope(ApiModel api) => ParameterList.Unique("scope", api);

    /// <summary>The value as an argument: cast where the call would be bound at run time.</summary>
    public static string Argument(ParameterModel parameter, string value) => parameter.IsDynamic ? "(object)" + value : value;
}
