using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>
/// The one answer to "is this a valid service?": the generator works with what is valid and skips the rest, the analyzers
/// report the rest.
/// </summary>
internal sealed class ServiceContract
{
    private ServiceContract(INamedTypeSymbol service) => Service = service;

    public INamedTypeSymbol Service { get; }

    /// <summary>Everything wrong with the declaration. Empty: the service is valid.</summary>
    public ImmutableArray<ServiceDefect> Defects { get; private set; }

    /// <summary>Whether <c>Proxy</c> and <c>Definition</c> can be added to the class, be the service itself valid or not.</summary>
    public bool AllowsProxy { get; private set; }

    /// <summary>Whether there can be instances of the service: a class of its own, neither static nor abstract nor generic.</summary>
    public bool AllowsInstances { get; private set; }

    /// <summary>The valid APIs, base class first, in the order of their declaration.</summary>
    public ImmutableArray<IMethodSymbol> Apis { get; private set; }

    /// <summary>The constructor instances are made with, or null.</summary>
    public IMethodSymbol? Constructor { get; private set; }

    /// <summary>The members set when an instance is made: those marked <c>[Depends]</c>, and required ones.</summary>
    public ImmutableArray<ISymbol> InjectedMembers { get; private set; }

    /// <summary>The valid methods marked <c>[OnStartup]</c>, base class first.</summary>
    public ImmutableArray<IMethodSymbol> StartupMethods { get; private set; }

    /// <summary>The valid methods marked <c>[OnShutdown]</c>, base class first.</summary>
    public ImmutableArray<IMethodSymbol> ShutdownMethods { get; private set; }

    /// <summary>Judges a class marked <c>[Service]</c>.</summary>
    public static ServiceContract Of(INamedTypeSymbol service, CancellationToken cancellationToken)
    {
        var defects = ImmutableArray.CreateBuilder<ServiceDefect>();
        int typeDefects = TypeRules.Check(service, defects);
        OptionRules.CheckService(service, defects);
        cancellationToken.ThrowIfCancellationRequested();
        var contract = new ServiceContract(service)
        {
            AllowsProxy = TypeRules.AllowProxy(service),
            AllowsInstances = typeDefects == 0,
            Apis = ApiRules.Check(service, defects, cancellationToken),
            Constructor = ConstructionRules.ChooseConstructor(service, defects),
            InjectedMembers = ConstructionRules.FindInjectedMembers(service, defects),
            StartupMethods = LifecycleRules.Check(service, WellKnownNames.OnStartupAttribute, defects),
            ShutdownMethods = LifecycleRules.Check(service, WellKnownNames.OnShutdownAttribute, defects),
        };
        contract.Defects = defects.ToImmutable();
        return contract;
    }
}
