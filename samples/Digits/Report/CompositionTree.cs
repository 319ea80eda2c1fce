using Pipeline;
using Spectre.Console;

namespace Digits.Report;

/// <summary>A service and what it depends on, as a tree.</summary>
public static class CompositionTree
{
    /// <summary>Draws the tree under a service.</summary>
    public static Tree Of(ServiceDefinition root)
    {
        var tree = new Tree(Label(root));
        Add(tree, root);
        return tree;
    }

    private static void Add(IHasTreeNodes parent, ServiceDefinition service)
    {
        foreach (DependencyDefinition dependency in service.Dependencies)
            Add(parent.AddNode(Label(dependency.Service)), dependency.Service);
    }

    private static string Label(ServiceDefinition service) =>
        $"[bold]{Markup.Escape(service.Name)}[/] [grey]{Markup.Escape(string.Join(", ", service.Apis.Select(api => api.Name)))}[/]";
}
