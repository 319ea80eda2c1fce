using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells the call of a service's own method.</summary>
internal static class Forward
{
    /// <summary>The call on the receiver, with the parameters as they are; with another token where one is named.</summary>
    public static string Call(ApiModel api, string receiver, string? token = null)
    {
        string target = api.ReceiverType is { } type ? $"(({type}){receiver})" : receiver;
        var arguments = api.Parameters.Select(parameter =>
            parameter.IsToken && token is not null ? token : Argument(parameter, parameter.Name));
        return $"{target}.{api.MethodName}({ParameterList.Join(arguments)})";
    }

    /// <summary>The call's task, whatever its kind.</summary>
    public static string AsTask(ApiModel api, string call) =>
        api.Shape is ResultShape.ValueTask or ResultShape.ValueTaskOfValue ? call + ".AsTask()" : call;

    /// <summary>The value as an argument: cast where the call would be bound at run time.</summary>
    public static string Argument(ParameterModel parameter, string value) => parameter.IsDynamic ? "(object)" + value : value;
}
