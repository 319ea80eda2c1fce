using System.Text.Json;
using System.Xml.Linq;
using Pipeline.TestKit;
using Pipeline.Tool.Graphs;

namespace Pipeline.Tool.Tests.Graphs;

/// <summary>The services in each of the forms.</summary>
[TestFixture]
internal sealed class GraphFormatTests
{
    private const string Source = """
        using Pipeline;
        [Service] public partial class Store { [Api] public int Get(int id) => id; }
        [Service(Name = "far \"away\"")] public partial class Far { [Api] public int Get(int id) => id; }
        [Service] public partial class Shop(Store.Proxy store, [Depends(Url = "http://far")] Far.Proxy far) { [Api] public int Buy(int id) => store.Get(id) + far.Get(id); }
        """;

    private static readonly ServiceMap Map = Read();

    [Test]
    public void Map_HasEveryServiceWithItsPlaceAndApis()
    {
        Assert.That(Map.Services.Select(static service => service.Name), Is.EqualTo(new[] { "Shop", "Store", "far \"away\"" }));
        Assert.That(Map.Services[0], Has.Property(nameof(MappedService.File)).EqualTo("Source0.cs").And.Property(nameof(MappedService.Line)).EqualTo(4));
        Assert.That(Map.Services[0].Apis, Is.EqualTo(new[] { "Buy" }));
        Assert.That(Map.Services[0].Needs, Is.EqualTo(new MappedNeed[] { new("Store", false), new("Far", true) }));
    }

    [Test]
    public void Mermaid_IsAFlowchart() => Assert.That(MermaidGraph.Write(Map), Is.EqualTo("""
        flowchart LR
            s0["Shop"]
            s1["Store"]
            s2["far #quot;away#quot;"]
            s0 --> s1
            s0 -. remote .-> s2

        """.ReplaceLineEndings("\n")));

    [Test]
    public void Dot_NamesAndJoins() => Assert.That(
        DotGraph.Write(Map),
        Does.Contain("\"Far\" [label=\"far \\\"away\\\"\"];").And.Contain("\"Shop\" -> \"Store\";").And.Contain("\"Shop\" -> \"Far\" [style=dashed"));

    [Test]
    public void Svg_IsWellFormed_WithABoxForEachServiceRightOfWhatNeedsIt()
    {
        var svg = XDocument.Parse(SvgGraph.Write(Map));
        XNamespace name = "http://www.w3.org/2000/svg";
        var boxes = svg.Descendants(name + "g").ToDictionary(
            group => group.Element(name + "text")!.Value, static group => group.Attribute("transform")!.Value.Split('(', ' ')[1]);

        Assert.That(boxes.Keys, Is.EqualTo(new[] { "Shop", "Store", "far \"away\"" }));
        Assert.That(int.Parse(boxes["Store"], System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(int.Parse(boxes["Shop"], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(svg.Descendants(name + "path").Count(), Is.EqualTo(2));
    }

    [Test]
    public void Json_HasTheSame()
    {
        var shop = JsonDocument.Parse(JsonGraph.Write(Map)).RootElement.GetProperty("services")[0];

        Assert.That(shop.GetProperty("name").GetString(), Is.EqualTo("Shop"));
        Assert.That(shop.GetProperty("needs")[1].GetProperty("remote").GetBoolean());
    }

    private static ServiceMap Read()
    {
        var reader = new ServiceMapReader("/code");
        reader.Read(ServiceCompilation.Create(Source).WithProxies());
        return reader.Map;
    }
}
