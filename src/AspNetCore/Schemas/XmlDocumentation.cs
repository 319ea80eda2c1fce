using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.AspNetCore.Endpoints;

namespace Pipeline.AspNetCore.Schemas;

/// <summary>
/// What the users wrote above their APIs, from the documentation file that the compiler puts beside an assembly where
/// <c>GenerateDocumentationFile</c> is set. Without such a file there is nothing to tell.
/// </summary>
internal sealed partial record XmlDocumentation(string? Summary, string? Returns, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly ConcurrentDictionary<Assembly, ILookup<string, XElement>> Files = new();

    /// <summary>The documentation of an API; null if there is none.</summary>
    public static XmlDocumentation? Of(ApiEndpoint api)
    {
        if (api.Method.Method is not { DeclaringType: { FullName: { } type } declaring } method)
            return null;

        // M:Namespace.Type.Method(types): overloads are told apart by the names of their parameters, which are easier to have.
        var names = method.GetParameters().Select(static parameter => parameter.Name).ToArray();
        var members = Files.GetOrAdd(declaring.Assembly, Read)[$"{type.Replace('+', '.')}.{method.Name}"].ToArray();
        var found = members.Length == 1 ? members[0] : members.FirstOrDefault(member =>
            member.Elements("param").Select(static parameter => parameter.Attribute("name")?.Value).All(name => names.Contains(name)));
        return found is null ? null : new(
            Text(found.Element("summary")),
            Text(found.Element("returns")),
            found.Elements("param").ToDictionary(
                static parameter => parameter.Attribute("name")?.Value ?? "", static parameter => Text(parameter) ?? ""));
    }

    private static ILookup<string, XElement> Read(Assembly assembly)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        try
        {
            return File.Exists(path) ? Members(XDocument.Load(path)) : Members(new XDocument());
        }
        catch (Exception exception) when (exception is IOException or System.Xml.XmlException or UnauthorizedAccessException)
        {
            // A page without texts is better than an application that does not start.
            return Members(new XDocument());
        }
    }

    private static ILookup<string, XElement> Members(XDocument document) =>
        document.Descendants("member")
            .Where(static member => member.Attribute("name")?.Value.StartsWith("M:", StringComparison.Ordinal) ?? false)
            .ToLookup(static member => member.Attribute("name")!.Value[2..].Split('(')[0]);

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;

        // <see cref="T:A.B"/> and <paramref name="x"/> are read as the names they have.
        string text = string.Concat(element.Nodes().Select(static node => node switch
        {
            XText plain => plain.Value,
            XElement { Value: { Length: > 0 } value } => value,
            XElement reference =>
                (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value.Split('.', ':')[^1]
                    ?? "",
            _ => "",
        }));
        return Spaces.Replace(text, " ").Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
