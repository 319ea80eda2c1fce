using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells parameter lists and arguments.</summary>
internal static class ParameterList
{
    /// <summary>The name of the token on the async view: the API's own where it has one.</summary>
    public static string TokenName(ApiModel api) =>
        api.Token?.Name ?? UniqueName.Choose("cancellationToken", api.Parameters.Select(static parameter => parameter.Name));

    /// <summary>The names of all APIs' parameters, that of the token on the async view included.</summary>
    public static IEnumerable<string> Names(ServiceModel service) => service.Apis.SelectMany(Names);

    /// <summary>The name, or the name with the first number that no parameter of the API has.</summary>
    public static string Unique(string name, ApiModel api) => UniqueName.Choose(name, Names(api));

    /// <summary>As declared; the token is optional if everything after it is.</summary>
    public static string AsDeclared(ApiModel api)
    {
        var parameters = api.Parameters.ToArray();
        for (int i = parameters.Length - 1; i >= 0; i--)
        {
            if (parameters[i].IsToken && parameters.Skip(i + 1).All(static later => later.IsOptional))
                parameters[i] = parameters[i] with { DefaultValue = "default" };
        }

        return Join(parameters.Select(Declare));
    }

    /// <summary>Without the token.</summary>
    public static string WithoutToken(ApiModel api) => Join(api.DataParameters.Select(Declare));

    /// <summary>Without the token in its place, and an optional one at the end.</summary>
    public static string WithOptionalToken(ApiModel api) =>
        Join(api.DataParameters.Select(Declare).Append($"{RuntimeNames.CancellationToken} {TokenName(api)} = default"));

    /// <summary>Nothing optional: all but the token, then the token.</summary>
    public static string WithRequiredToken(ApiModel api) =>
        Join(api.DataParameters.Select(DeclarePlainly).Append($"{RuntimeNames.CancellationToken} {TokenName(api)}"));

    /// <summary>As an override repeats them.</summary>
    public static string Plain(ApiModel api) => Join(api.Parameters.Select(DeclarePlainly));

    /// <summary>The arguments for all but the token, then the token.</summary>
    public static string ArgumentsWithToken(ApiModel api, string? token = null) => Join(api.DataParameters
        .Select(static parameter => Forward.Argument(parameter, parameter.Name))
        .Append(token ?? TokenName(api)));

    public static string Join(IEnumerable<string> items) => string.Join(", ", items);

    private static IEnumerable<string> Names(ApiModel api) =>
        api.Parameters.Select(static parameter => parameter.Name).Append(TokenName(api));

    private static string Declare(ParameterModel parameter)
    {
        string modifier = parameter.IsParams ? "params " : "";
        string defaultValue = parameter.DefaultValue is { } value ? " = " + value : "";
        string attributes = string.Concat(parameter.Attributes.Select(static attribute => attribute + " "));
        return $"{attributes}{modifier}{parameter.Type} {parameter.Name}{defaultValue}";
    }

    private static string DeclarePlainly(ParameterModel parameter) => $"{parameter.Type} {parameter.Name}";
}
