using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
        "[Api], [OnStartup] and [OnShutdown] mean something in a service and in the base classes of services only.");

    private static readonly ImmutableArray<string> Attributes =
        [WellKnownNames.ApiAttribute, WellKnownNames.OnStartupAttribute, WellKnownNames.OnShutdownAttribute];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            var attributes = Attributes.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray();
            if (attributes.IsEmpty)
                return;

            // Few compilations have a marked member outside a service; those that have pay for a look at all their types.
            var bases = new Lazy<HashSet<ISymbol>>(() => BasesOfServices(compilation.Assembly.GlobalNamespace));
            start.RegisterSymbolAction(symbol => Analyze(symbol, attributes, bases), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ImmutableArray<INamedTypeSymbol> attributes, Lazy<HashSet<ISymbol>> bases)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (!attributes.Contains(attribute.AttributeClass!, SymbolEqualityComparer.Default) || IsInService(context.Symbol.ContainingType, bases))
                continue;

            string name = attribute.AttributeClass!.Name;
            var place = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, place, context.Symbol.Name, name.Substring(0, name.Length - nameof(Attribute).Length), Advice(context.Symbol.ContainingType)));
        }
    }

    private static string Advice(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class
        ? $"'{type.Name}' is no service: mark it [Service], or make it abstract if services of other projects derive from it"
        : $"'{type.Name}' is no class: mark the method of the service instead";

    /// <summary>Also where it may yet be one's: an abstract class is there to be derived from, be it in another project.</summary>
    private static bool IsInService(INamedTypeSymbol type, Lazy<HashSet<ISymbol>> bases) =>
        type.IsService() || type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false } || bases.Value.Contains(type.OriginalDefinition);

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
