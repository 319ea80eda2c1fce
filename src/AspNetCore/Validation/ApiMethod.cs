using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Pipeline.AspNetCore.Validation;

/// <summary>The method of an API, for what only it has: the attributes of its parameters.</summary>
internal sealed class ApiMethod
{
    private readonly ParameterInfo[] _parameters;

    private ApiMethod(MethodInfo? method)
    {
        Method = method;
        _parameters = method?.GetParameters() ?? [];
    }

    /// <summary>The method; null where it has been trimmed away.</summary>
    public MethodInfo? Method { get; }

    /// <summary>Finds the method by its name and the names and types of its parameters.</summary>
    public static ApiMethod Of(ServiceDefinition service, ApiDefinition api)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return new(service.ServiceType.GetMethods(Any).FirstOrDefault(method => Fits(method, api)));
    }

    /// <summary>What is demanded of an argument.</summary>
    public IReadOnlyList<ValidationAttribute> ValidationOf(string parameter) =>
    [
        .. _parameters.FirstOrDefault(candidate => candidate.Name == parameter)?.GetCustomAttributes<ValidationAttribute>(inherit: true)
            ?? [],
    ];

    private static bool Fits(MethodInfo method, ApiDefinition api)
    {
        if (!method.IsDefined(typeof(ApiAttribute), inherit: false) || NameOf(method) != api.Name)
            return false;

        // Tokens and what comes from a scope are no arguments.
        var all = method.GetParameters();
        return api.Parameters.All(
            parameter => all.Any(candidate => candidate.Name == parameter.Name && candidate.ParameterType == parameter.Type))
            && all.Length >= api.Parameters.Count;
    }

    private static string NameOf(MethodInfo method)
    {
        const string Suffix = "Async";
        if (method.GetCustomAttribute<ApiAttribute>() is { Name: { } declared })
            return declared;
        return method.Name.EndsWith(Suffix, StringComparison.Ordinal) ? method.Name[..^Suffix.Length] : method.Name;
    }
}
