namespace Pipeline.Conformance.Tests.Suite;

/// <summary>What crosses is what arrives: nothing, defaults, empty and large values, every text.</summary>
public abstract class ValueConformance<TReach>
    where TReach : Reach, new()
{
    private Reached<Values.Proxy> _values = null!;

    private static readonly string?[] Texts =
    [
        null, "", " ", "\r\n\t", "null", "\"\\\u2028<&'>", "\0", "\0D800", "é", "e\u0301", "日本語", "👩‍👩‍👧‍👦", "עברית", "\uFEFFx", "\uFFFE\uFFFF\uFFFD",
        "\uD800", "\uDC00", "a\uDC00\uD800b", "\uD83D\uDE00\uD83D", new string('x', 1_500_000), new string('ž', 600_000),
    ];

    private static readonly double[] Reals =
        [0, -0.0, 1.0 / 3, double.Epsilon, double.MinValue, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly float?[] Singles = [null, 0, -0f, 0.1f, float.Epsilon, float.NaN, float.NegativeInfinity];

    private static readonly decimal[] Decimals = [0, 0.00m, 1.50m, -1, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m];

    private static readonly char[] Characters = ['a', '\0', '"', '\uD800', '\uDFFF', '\uFFFF'];

    [OneTimeSetUp]
    public async Task StartAsync() => _values = await new TReach().StartAsync<Values, Values.Proxy>(new());

    [OneTimeTearDown]
    public async Task StopAsync() => await _values.DisposeAsync();

    [Test]
    public async Task Text_OfAnyKind_ArrivesUnchanged([Range(0, 20)] int index)
    {
        Assert.That(Texts, Has.Length.EqualTo(21));
        Assert.That(string.Equals(_values.Proxy.Text(Texts[index]), Texts[index], StringComparison.Ordinal));
        Assert.That(string.Equals(await _values.Proxy.ToAsync.Text(Texts[index]), Texts[index], StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Characters))]
    public async Task Character_OfAnyKind_ArrivesUnchanged(char value)
    {
        Assert.That((int)_values.Proxy.Character(value), Is.EqualTo((int)value));
        Assert.That((int)await _values.Proxy.ToAsync.Character(value), Is.EqualTo((int)value));
    }

    [TestCaseSource(nameof(Reals))]
    public async Task Real_OfAnyKind_ArrivesToTheLastBit(double value)
    {
        Assert.That(BitConverter.DoubleToInt64Bits(_values.Proxy.Real(value)), Is.EqualTo(BitConverter.DoubleToInt64Bits(value)));
        Assert.That(BitConverter.DoubleToInt64Bits(await _values.Proxy.ToAsync.Real(value)), Is.EqualTo(BitConverter.DoubleToInt64Bits(value)));
    }

    [TestCaseSource(nameof(Singles))]
    public async Task NullableReal_OfAnyKind_ArrivesToTheLastBit(float? value)
    {
        Assert.That(Bits(_values.Proxy.Single(value)), Is.EqualTo(Bits(value)));
        Assert.That(Bits(await _values.Proxy.ToAsync.Single(value)), Is.EqualTo(Bits(value)));

        static int? Bits(float? real) => real is { } number ? BitConverter.SingleToInt32Bits(number) : null;
    }

    [TestCaseSource(nameof(Decimals))]
    public async Task Decimal_OfAnyScale_KeepsIt(decimal value)
    {
        Assert.That(decimal.GetBits(_values.Proxy.Exact(value)), Is.EqualTo(decimal.GetBits(value)));
        Assert.That(decimal.GetBits(await _values.Proxy.ToAsync.Exact(value)), Is.EqualTo(decimal.GetBits(value)));
    }

    [TestCase(null)]
    [TestCase(0L)]
    [TestCase(long.MinValue)]
    [TestCase(long.MaxValue)]
    public async Task Whole_OfAnySize_Arrives(long? value)
    {
        Assert.That(_values.Proxy.Whole(value), Is.EqualTo(value));
        Assert.That(await _values.Proxy.ToAsync.Whole(value), Is.EqualTo(value));
    }

    [TestCase(-1)]
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3_000_000)]
    public async Task Lists_AbsentEmptyOrLarge_StayWhatTheyAre(int length)
    {
        byte[]? bytes = length < 0 ? null : [.. Enumerable.Range(0, length).Select(static item => (byte)item)];
        int[]? numbers = length < 0 ? null : [.. Enumerable.Range(0, Math.Min(length, 300_000))];

        Assert.That(Same(_values.Proxy.Bytes(bytes), bytes));
        Assert.That(Same(await _values.Proxy.ToAsync.Bytes(bytes), bytes));
        Assert.That(Same(_values.Proxy.Numbers(numbers), numbers));
        Assert.That(Same(await _values.Proxy.ToAsync.Numbers(numbers), numbers));

        static bool Same<T>(T[]? left, T[]? right) => left is null ? right is null : right is not null && left.AsSpan().SequenceEqual(right);
    }

    [Test]
    public async Task Collections_WithNullsInside_KeepThem()
    {
        List<string?> texts = [null, "", "x", null];
        var table = new Dictionary<string, int?> { [""] = null, ["ключ"] = 0, ["\uDC00"] = 1, ["\"$id"] = int.MaxValue };

        Assert.That(await _values.Proxy.ToAsync.Texts(null), Is.Null);
        Assert.That(await _values.Proxy.ToAsync.Texts([]), Is.Empty);
        Assert.That(_values.Proxy.Texts(texts), Is.EqualTo(texts));
        Assert.That(_values.Proxy.Table(table), Is.EqualTo(table));
        Assert.That(await _values.Proxy.ToAsync.Table([]), Is.Empty);
    }

    [Test]
    public async Task LazyArgument_IsReadWhole()
    {
        Assert.That(await _values.Proxy.ToAsync.Lazy(Enumerable.Range(0, 3).Select(static item => item * 2)), Is.EqualTo([0, 2, 4]));
        Assert.That(_values.Proxy.Lazy([]), Is.Empty);
    }

    [Test]
    public async Task LazyArgument_Failing_FailsTheCall()
    {
        var failing = Enumerable.Range(0, 3).Select(static item => item < 2 ? item : throw new OutOfStockException("No third."));

        var task = _values.Proxy.ToAsync.Lazy(failing);
        Assert.That(async () => await task, Throws.InstanceOf<OutOfStockException>().With.Message.EqualTo("No third."));
        Assert.That(() => _values.Proxy.Lazy(failing), Throws.InstanceOf<OutOfStockException>());
    }

    [TestCase(null)]
    [TestCase(Colour.Red)]
    [TestCase(Colour.Blue)]
    [TestCase((Colour)7)]
    public async Task Enum_NamedOrNot_Arrives(Colour? value)
    {
        Assert.That(_values.Proxy.Paint(value), Is.EqualTo(value));
        Assert.That(await _values.Proxy.ToAsync.Paint(value), Is.EqualTo(value));
    }

    [Test]
    public async Task Record_WithAllOrNothingInside_Arrives()
    {
        var full = new Order(7, "ž", new("K.", Guid.NewGuid()), [new("a", 1.50m, double.NaN), new("", 0, null)]) { Colour = Colour.Blue };
        var empty = new Order(0, null, null, []);

        Assert.That(await _values.Proxy.ToAsync.Order(null), Is.Null);
        foreach (var order in new[] { full, empty })
        {
            var arrived = _values.Proxy.Order(order)!;
            Assert.That(arrived with { Lines = order.Lines }, Is.EqualTo(order));
            Assert.That(arrived.Lines, Is.EqualTo(order.Lines));
            Assert.That((await _values.Proxy.ToAsync.Order(order))!.Customer, Is.EqualTo(order.Customer));
        }
    }

    [Test]
    public async Task Tuple_NestedOrLong_Arrives()
    {
        Assert.That(_values.Proxy.Pair((1, (null, 2.5))), Is.EqualTo((1, ((string?)null, 2.5))));
        Assert.That((await _values.Proxy.ToAsync.Pair(default)).Parts, Is.EqualTo(((string?)null, 0.0)));
        Assert.That(await _values.Proxy.ToAsync.Nine((1, 2, 3, 4, 5, 6, 7, 8, "9")), Is.EqualTo((1, 2, 3, 4, 5, 6, 7, 8, "9")));
    }

    [TestCase(DateTimeKind.Utc)]
    [TestCase(DateTimeKind.Local)]
    [TestCase(DateTimeKind.Unspecified)]
    public async Task Moment_OfAnyKind_KeepsTicksAndKind(DateTimeKind kind)
    {
        foreach (var moment in new[] { default, DateTime.MaxValue, new DateTime(2026, 1, 2, 3, 4, 5).AddTicks(1) })
        {
            var value = DateTime.SpecifyKind(moment, kind);
            var arrived = await _values.Proxy.ToAsync.Moment(value);
            Assert.That((arrived.Ticks, arrived.Kind), Is.EqualTo((value.Ticks, value.Kind)));
            Assert.That(_values.Proxy.Moment(value).Kind, Is.EqualTo(value.Kind));
        }
    }

    [Test]
    public async Task ValuesOfTheFramework_AtTheirLimits_Arrive()
    {
        var value = (DateTimeOffset.MaxValue, TimeSpan.MinValue, DateOnly.MaxValue, TimeOnly.MaxValue, Guid.NewGuid(), new Uri("../ž?q=1", UriKind.Relative));

        Assert.That(_values.Proxy.Others(value!), Is.EqualTo(value));
        Assert.That(await _values.Proxy.ToAsync.Others(default), Is.EqualTo(default((DateTimeOffset, TimeSpan, DateOnly, TimeOnly, Guid, Uri?))));
    }
}
