using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells the value tuple in which a call's arguments, all but the token, travel through a channel.</summary>
internal static class PackedArguments
{
    private const string Tuple = "global::System.ValueTuple";

    public static string Type(ApiModel api) => api.DataParameters.Select(static parameter => parameter.Type).ToArray() switch
    {
        [] => Tuple,
        [var only] => $"{Tuple}<{only}>",
        var several => $"({ParameterList.Join(several)})",
    };

    public static string Value(ApiModel api) => api.DataParameters.Select(static parameter => Forward.Argument(parameter, parameter.Name)).ToArray() switch
    {
        [] => "args: default",
        [var only] => $"new({only})",
        var several => $"({ParameterList.Join(several)})",
    };

    /// <summary>The arguments of the sync member, as declared.</summary>
    public static string Unpack(ApiModel api, string packed, string token)
    {
        int item = 0;
        return ParameterList.Join(api.Parameters.Select(parameter => parameter.IsToken ? token : Item(parameter, packed, ++item)));
    }

    /// <summary>The arguments of the async view, the token last.</summary>
    public static string UnpackWithToken(ApiModel api, string packed, string token) =>
        ParameterList.Join(api.DataParameters.Select((parameter, index) => Item(parameter, packed, index + 1)).Append(token));

    private static string Item(ParameterModel parameter, string packed, int number) =>
        Forward.Argument(parameter, $"{packed}.Item{number}");
}
