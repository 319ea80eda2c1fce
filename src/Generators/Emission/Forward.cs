using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells the call of a service's own method.</summary>
internal static class Forward
{
    /// <summary>The call on the receiver, with what the selector gives for each parameter.</summary>
    public static string Call(ApiModel api, string receiver, Func<ParameterModel, string> argument)
    {
        string target = api.ReceiverType is { } type ? $"(({type}){receiver})" : receiver;
        return $"{target}.{api.MethodName}({ParameterList.Join(api.Parameters.Select(argument))})";
    }

    /// <summary>The call on the receiver, with the parameters as they are.</summary>
    public static string Direct(ApiModel api, string receiver) =>
        Call(api, receiver, static parameter => Argument(parameter, parameter.Name));

    /// <summary>The call that starts a stream, inside the lambda that is given the token.</summary>
    public static string Stream(ApiModel api, CapturedCall call) => Call(api, call.Receiver, call.StreamArgument);

    /// <summary>The call's task, whatever its kind.</summary>
    public static string AsTask(ApiModel api, string call) =>
        api.Shape is ResultShape.ValueTask or ResultShape.ValueTaskOfValue ? call + ".AsTask()" : call;

    /// <summary>The value as an argument: cast where the call would be bound at run time.</summary>
    public static string Argument(ParameterModel parameter, string value) => parameter.IsDynamic ? "(object)" + value : value;
}
