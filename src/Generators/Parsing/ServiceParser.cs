using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads a class marked <c>[Service]</c>.</summary>
internal static class ServiceParser
{
    /// <summary>The services of those metadata names, without those for which nothing can be generated.</summary>
    public static IEnumerable<ServiceModel> Parse(
        EquatableArray<string> names, DeclarationSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Compilation is not { } compilation || names.IsEmpty)
            return [];

        var declarations = DeclarationCompilation.Of(compilation, cancellationToken);
        return names.Select(name => Parse(name, declarations, cancellationToken)).OfType<ServiceModel>();
    }

    private static ServiceModel? Parse(string name, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.Assembly.GetTypeByMetadataName(name) is not { } service)
            return null;

        var contract = ServiceContract.Of(service, cancellationToken);
        if (!contract.AllowsProxy)
            return null;

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
}
