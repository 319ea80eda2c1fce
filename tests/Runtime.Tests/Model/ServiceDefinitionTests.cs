using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Model;

public class ServiceDefinitionTests
{
    [Test]
    public void DescendantsAndSelf_Diamond_ListsEachOnceDepthFirst() => Assert.That(
        Node<Diamond.Top>.Definition.DescendantsAndSelf().Select(static service => service.Name),
        Is.EqualTo(new[] { "Top", "Left", "Bottom", "Right" }));

    [Test]
    public void DescendantsAndSelf_Circle_Ends() => Assert.That(
        Node<Faulty.CircleA>.Definition.DescendantsAndSelf().Select(static service => service.Name),
        Is.EqualTo(new[] { "A", "B", "C" }));

    [Test]
    public void ToString_IsTheName()
    {
        Assert.That(Node<Diamond.Top>.Definition.ToString(), Is.EqualTo("Top"));
        Assert.That(Node<Diamond.Top>.Definition.Dependencies[0].ToString(), Is.EqualTo("left: Left"));
        Assert.That(Doubler.Definition.Apis[0].ToString(), Is.EqualTo("Twice(int)"));
    }

    [Test]
    public void ToMermaid_Diamond_DrawsEachServiceAndDependencyOnce() => Assert.That(
        Node<Diamond.Top>.Definition.ToMermaid(), Is.EqualTo(
            """
            flowchart TD
                Top
                Left
                Bottom
                Right
                Top --> Left
                Top --> Right
                Left --> Bottom
                Right --> Bottom

            """));

    [Test]
    public void ToMermaid_Circle_Ends() => Assert.That(
        Node<Faulty.CircleA>.Definition.ToMermaid(), Does.Contain("C --> B"));

    [Test]
    public void ToMermaid_OddNames_AreQuotedAndEscaped() => Assert.That(
        Node<Odd>.Definition.ToMermaid(), Is.EqualTo(
            """
            flowchart TD
                service2["a #34;b#34; #35;1 #60;x#62; 模型"]
                service1
                service3["end"]
                Bottom
                service2 --> service1
                service2 --> service3
                service2 -. "https://x/?q=#34;#38;" .-> Bottom

            """));

    [Test]
    public void ToMermaid_TwoServicesOfOneName_StayApart() => Assert.That(
        Node<Faulty.Twins>.Definition.ToMermaid(), Does.Contain("Twins --> Twin\n").And.Contain("service1[\"Twin\"]"));

    private sealed class Odd : INode
    {
        public static string Name => "a \"b\" #1 <x> 模型";

        public static IReadOnlyList<Link> Links => [Link.To<Service1>(), Link.To<End>(), Link.To<Diamond.Bottom>("https://x/?q=\"&")];
    }

    private sealed class Service1 : INode
    {
        public static string Name => "service1";
    }

    private sealed class End : INode
    {
        public static string Name => "end";
    }
}
