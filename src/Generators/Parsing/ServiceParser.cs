using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads a class marked <c>[Service]</c>.</summary>
internal static class ServiceParser
{
    /// <summary>The service, or null where nothing can be generated for it.</summary>
    public static ServiceModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol service || !IsFirstDeclaration(context, service))
            return null;

        var contract = ServiceContract.Of(service, cancellationToken);
        if (!contract.AllowsProxy)
            return null;

        var compilation = context.SemanticModel.Compilation;
        var apis = contract.Apis.Select(api => ApiParser.Parse(api, service)).ToEquatableArray();
        var header = TypeHeaderParser.Parse(service);
        var containers = service.WithContainers().Skip(1).Reverse().Select(TypeHeaderParser.Parse).ToEquatableArray();
        return new()
        {
            HintName = HintName.Of(service),
            Namespace = TypeHeaderParser.NamespaceOf(service),
            Containers = containers,
            Header = header,
            FullName = TypeName.Of(service),
            DisplayName = service.Name,
            DocumentationId = service.GetDocumentationCommentId() ?? "",
            IsStatic = service.IsStatic,
            Hides = HiddenMembersParser.Parse(service),
            LocalProxyName = HiddenMembersParser.FreeName(service, "LocalProxy", apis),
            EndpointsName = HiddenMembersParser.FreeName(service, "Endpoints", apis),
            Apis = apis,
            DependsProperties = DependsPropertyParser.Parse(service, compilation).ToEquatableArray(),
            Options = OptionsParser.Parse(service),
            Activation = ActivationParser.Parse(contract, compilation),
            UsageDiagnostics = UsageDiagnostics.Find(contract).ToEquatableArray(),
        };
    }

    /// <summary>Two parts of a class may both carry the attribute while one is being moved.</summary>
    private static bool IsFirstDeclaration(GeneratorAttributeSyntaxContext context, INamedTypeSymbol service)
    {
        var first = service.GetAttribute(WellKnownNames.ServiceAttribute)?.ApplicationSyntaxReference?.GetSyntax();
        return first?.FirstAncestorOrSelf<TypeDeclarationSyntax>() == context.TargetNode;
    }
}
