using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads how instances of a service are made.</summary>
internal static class ActivationParser
{
    /// <summary>Null where none can be made, or a type needed is not known.</summary>
    public static ActivationModel? Parse(ServiceContract contract, Compilation compilation)
    {
        if (!contract.AllowsInstances || contract.Constructor is not { } constructor)
            return null;
        if (contract.Defects.Any(static defect => defect.Kind is ServiceDefectKind.UnsupportedConstructorParameter))
            return null;

        bool setsRequired = constructor.HasAttribute(WellKnownNames.SetsRequiredMembersAttribute);
        var arguments = constructor.Parameters
            .Where(static parameter => !parameter.IsParams)
            .Select(parameter => InjectionParser.Parse(parameter, compilation))
            .ToArray();
        var members = contract.InjectedMembers
            .Where(member => !setsRequired || member.HasAttribute(WellKnownNames.DependsAttribute))
            .Select(member => InjectionParser.Parse(member, compilation))
            .ToArray();
        if (arguments.Contains(null) || members.Contains(null))
            return null;

        return new(
            arguments.OfType<InjectionModel>().ToEquatableArray(),
            members.OfType<InjectionModel>().ToEquatableArray(),
            contract.StartupMethods.Select(method => LifecycleParser.Parse(method, contract.Service, WellKnownNames.OnStartupAttribute))
                .ToEquatableArray(),
            contract.ShutdownMethods.Select(method => LifecycleParser.Parse(method, contract.Service, WellKnownNames.OnShutdownAttribute))
                .ToEquatableArray(),
            UsageDiagnostics.IsActivationObsolete(contract));
    }
}
