namespace Pipeline.Generators.Tests;

public sealed class EquatableArrayTests
{
    [Test]
    public void Equals_SameElements_IsTrueInEveryForm()
    {
        var left = new[] { "a", "b" }.ToEquatableArray();
        var right = new List<string> { "a", "b" }.ToEquatableArray();

        Assert.That(left.Equals(right));
        Assert.That(left.Equals((object)right));
        Assert.That(left == right);
        Assert.That(left != right, Is.False);
        Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
    }

    [TestCase("a,b", "b,a")]
    [TestCase("a,b", "a")]
    [TestCase("", "a")]
    public void Equals_OtherElements_IsFalseInEveryForm(string one, string other)
    {
        var left = one.Split(',', StringSplitOptions.RemoveEmptyEntries).ToEquatableArray();
        var right = other.Split(',', StringSplitOptions.RemoveEmptyEntries).ToEquatableArray();

        Assert.That(left.Equals(right), Is.False);
        Assert.That(left.Equals((object)right), Is.False);
        Assert.That(left == right, Is.False);
        Assert.That(left != right);
    }

    [Test]
    public void Equals_SomethingElse_IsFalse()
    {
        EquatableArray<int> array = default;

        Assert.That(array.Equals(null), Is.False);
        Assert.That(array.Equals("text"), Is.False);
    }

    [Test]
    public void Default_EveryMember_IsTheEmptyArray()
    {
        EquatableArray<string> array = default;
        var empty = Array.Empty<string>().ToEquatableArray();

        Assert.That(array, Is.Empty);
        Assert.That(array.Count, Is.Zero);
        Assert.That(array.IsEmpty);
        Assert.That(array.Equals(empty) && empty.Equals(array));
        Assert.That(array.GetHashCode(), Is.EqualTo(empty.GetHashCode()));
        Assert.That(() => array[0], Throws.InstanceOf<IndexOutOfRangeException>());
        Assert.That(array.GetEnumerator().MoveNext(), Is.False);
    }

    [Test]
    public void Enumeration_Elements_InOrder()
    {
        var array = new[] { 1, 2, 3 }.ToEquatableArray();

        Assert.That(array, Is.EqualTo([1, 2, 3]));
        Assert.That(array[1], Is.EqualTo(2));
    }

    [Test]
    public void Records_HoldingEqualArrays_AreEqual()
    {
        var one = new Holder(new[] { 1 }.ToEquatableArray());
        var same = new Holder(new List<int> { 1 }.ToEquatableArray());

        Assert.That(one, Is.EqualTo(same));
        Assert.That(one, Is.Not.EqualTo(new Holder(default)));
    }

    private sealed record Holder(EquatableArray<int> Items);
}
