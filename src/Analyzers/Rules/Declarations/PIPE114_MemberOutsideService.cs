using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE114: a member is marked for a service, but no service has it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberOutsideServiceAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.MemberOutsideService,
        "Member attribute outside a service",
        "'{0}' is marked [{1}], but {2}",
        DiagnosticSeverity.Error,
        "[Api], [OnStartup] and [OnShutdown] mean something in a service and in the base classes of services only, [FromScope] on a "
        + "parameter of an API only.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            if (known is not { ApiAttribute: { } api, OnStartupAttribute: { } startup, OnShutdownAttribute: { } shutdown })
                return;

            // Few compilations have a marked member outside a service; those that have pay for a look at all their types.
            var global = start.Compilation.Assembly.GlobalNamespace;
            var bases = new Lazy<HashSet<ISymbol>>(() => BasesOfServices(global));
            ImmutableArray<INamedTypeSymbol> attributes = [api, startup, shutdown];
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, attributes, bases), SymbolKind.Method);
            if (known.FromScopeAttribute is { } fromScope)
                start.RegisterSymbolAction(symbol => AnalyzeParameter(symbol, fromScope), SymbolKind.Parameter);
        });
    }

    private static void AnalyzeMethod(
        SymbolAnalysisContext context, ImmutableArray<INamedTypeSymbol> attributes, Lazy<HashSet<ISymbol>> bases)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (attributes.Contains(attribute.AttributeClass!, SymbolEqualityComparer.Default)
                && !IsInService(context.Symbol.ContainingType, bases))
            {
                Report(context, attribute, Advice(context.Symbol.ContainingType));
            }
        }
    }

    /// <summary>Only a call fills parameters from a scope, and only an API is called.</summary>
    private static void AnalyzeParameter(SymbolAnalysisContext context, INamedTypeSymbol fromScope)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, fromScope) && !IsOfAnApi(context.Symbol))
                Report(context, attribute, Advice(context.Symbol.ContainingSymbol));
        }
    }

    private static bool IsOfAnApi(ISymbol parameter)
    {
        for (var method = parameter.ContainingSymbol as IMethodSymbol; method is not null; method = method.OverriddenMethod)
        {
            if (method.IsApi())
                return true;
        }

        return false;
    }

    private static void Report(SymbolAnalysisContext context, AttributeData attribute, string advice)
    {
        string name = attribute.AttributeClass!.Name;
        var place = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, place, context.Symbol.Name, name.Substring(0, name.Length - nameof(Attribute).Length), advice));
    }

    private static string Advice(ISymbol owner) => owner is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? "a constructor's parameters are filled once, when the instance is made: mark a parameter of an API instead"
        : $"'{owner.Name}' is no API: mark it [Api], or pass the argument";

    private static string Advice(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class
        ? $"'{type.Name}' is no service: mark it [Service], or make it abstract if services of other projects derive from it"
        : $"'{type.Name}' is no class: mark the method of the service instead";

    /// <summary>Also where it may yet be one's: an abstract class is there to be derived from, be it in another project.</summary>
    private static bool IsInService(INamedTypeSymbol type, Lazy<HashSet<ISymbol>> bases) =>
        type.IsService()
        || type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false }
        || bases.Value.Contains(type.OriginalDefinition);

    private static HashSet<ISymbol> BasesOfServices(INamespaceOrTypeSymbol scope)
    {
        var bases = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([scope]);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type && type.IsService())
                    bases.UnionWith(type.WithBases().Skip(1).Select(static @base => @base.OriginalDefinition));
            }
        }

        return bases;
    }
}
