namespace Pipeline.Integration.Services;

/// <summary>How to round.</summary>
public enum Rounding
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Down.</summary>
    Down = 1,
}

/// <summary>Sync APIs of every form.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Calculator
{
    /// <summary>The sum.</summary>
    [Api]
    public int Add(int left, int right) => left + right;

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    [Api]
    public int Divide(int dividend, int divisor) => dividend / divisor;

    /// <summary>The sum of any number of numbers.</summary>
    [Api]
    public int Sum(params IEnumerable<int> numbers) => numbers.Sum();

    /// <summary>The texts with a separator between each two.</summary>
    [Api]
    public string Join(string separator = ", ", params string[] texts) => string.Join(separator, texts);

    /// <summary>All defaults, as text.</summary>
    [Api]
    public string Defaults(
        int number = int.MinValue,
        string text = "a\"\\\n\u2028",
        char character = '\'',
        double real = double.NaN,
        decimal exact = 1.50m,
        Rounding rounding = Rounding.Down,
        Rounding? maybe = (Rounding)7,
        DateTime date = default,
        string? nothing = null,
        bool truth = true,
        CancellationToken cancellationToken = default) =>
        FormattableString.Invariant($"{number}|{text}|{character}|{real}|{exact}|{rounding}|{maybe}|{date.Ticks}|{nothing}|{truth}|{cancellationToken.CanBeCanceled}");

    /// <summary>The parts of a number.</summary>
    [Api]
    public (int Whole, (double Fraction, string? Text) Parts) Split(double number) => ((int)number, (number - (int)number, null));

    /// <summary>The value itself, whatever it is.</summary>
    [Api]
    public dynamic? Echo(dynamic? value) => value;

    /// <summary>The kind of the value: overloads are told apart by the type declared, not by the value's own.</summary>
    [Api]
    public string Kind(int value) => "int " + value;

    /// <inheritdoc cref="Kind(int)"/>
    [Api]
    public Task<string> KindAsync(string value, CancellationToken cancellationToken) => Task.FromResult("string " + value);

    /// <inheritdoc cref="Kind(int)"/>
    [Api]
    public string Kind(object value) => "object " + value;

    /// <summary>Whether the caller's token has arrived in the middle of the list.</summary>
    [Api]
    public bool IsCanceled(string text, CancellationToken token, int number = 3) => token.IsCancellationRequested && text?.Length == number;
}
