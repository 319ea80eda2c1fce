using System.Text.Json.Serialization;

namespace Pipeline.Remote.Tests;

/// <summary>What System.Text.Json would lose without a word is refused.</summary>
public sealed class LossCheckTests
{
    private static readonly PipelineCodec Codec = new();

    [Test]
    public void WholeType_Passes()
    {
        Assert.DoesNotThrow(Codec.Check<Order>);
        Assert.DoesNotThrow(Codec.Check<(int, Order?)[]>);
        Assert.DoesNotThrow(Codec.Check<Dictionary<string, List<Order>>>);
        Assert.DoesNotThrow(Codec.Check<Ring>);
        Assert.DoesNotThrow(Codec.Check<Kept>);
        Assert.DoesNotThrow(Codec.Check<float[]>);
    }

    [Test]
    public void MemberThatIsNotReadBack_IsNamed()
    {
        Refused<PrivateSetter>("PrivateSetter.Value");
        Refused<GetOnlyList>("GetOnlyList.Values");
        Refused<GetOnly>("GetOnly.Value");
        Refused<Untyped>("Untyped.Value");
        Refused<List<object>>("List`1");
        Refused<Dictionary<int, PrivateSetter>>("PrivateSetter.Value".Split('.')[1]);
        Refused<Outer>("Outer.Inner.Value");
    }

    [Test]
    public void DerivedValue_IsRefusedWhenItIsWritten()
    {
        Assert.That(() => Codec.Pack<Animal>(new Dog { Name = "Rex", Tricks = 3 }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("JsonDerivedType"));
        Assert.That(Codec.Unpack<Animal>(Codec.Pack(new Animal { Name = "Rex" })).Name, Is.EqualTo("Rex"));
        Assert.That(((Circle)Codec.Unpack<Shape>(Codec.Pack<Shape>(new Circle { Radius = 2 }))).Radius, Is.EqualTo(2));
    }

    [Test]
    public void Context_GivesItsTypes()
    {
        var codec = new PipelineCodec(new() { Serializer = new JsonPipelineSerializer(OrderContext.Default) });
        codec.Check<Order>();
        var order = new Order(7, "\uD800", [new("a", 1.5m, double.NaN)]);
        var copy = codec.Unpack<Order>(codec.Pack(order));
        Assert.That((copy.Number, copy.Customer, copy.Lines[0]), Is.EqualTo((7, "\uD800", order.Lines[0])));
    }

    private static void Refused<T>(string member) =>
        Assert.That(Codec.Check<T>, Throws.TypeOf<NotSupportedException>().With.Message.Contains(member));

    private sealed class PrivateSetter
    {
        public int Value { get; private set; } = Random.Shared.Next();
    }

    private sealed class GetOnlyList
    {
        public List<int> Values { get; } = [];
    }

    private sealed class GetOnly
    {
        public int Value { get; } = 3;
    }

    private sealed class Untyped
    {
        public object? Value { get; set; }
    }

    private sealed class Outer
    {
        public GetOnly? Inner { get; set; }
    }

    private sealed class Ring
    {
        public Ring? Next { get; set; }
    }

    private sealed class Kept
    {
        [JsonIgnore]
        public int Cached { get; private set; }

        public int Number { get; init; }
    }

    private class Animal
    {
        public string? Name { get; set; }
    }

    private sealed class Dog : Animal
    {
        public int Tricks { get; set; }
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    private abstract class Shape;

    private sealed class Circle : Shape
    {
        public int Radius { get; set; }
    }
}
