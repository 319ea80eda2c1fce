namespace Pipeline.CodeFixes.Planning;

/// <summary>What stands around an <c>await</c> and receives its result.</summary>
internal enum ResultTarget
{
    /// <summary><c>var x = await …;</c>, with <c>var</c> or a type.</summary>
    Declaration,

    /// <summary><c>x = await …;</c>, where <c>x</c> is a local variable or a parameter.</summary>
    Assignment,

    /// <summary><c>var (x, y) = await …;</c>, <c>(int x, y) = await …;</c>, to variables only.</summary>
    Deconstruction,

    /// <summary><c>await …;</c> or <c>_ = await …;</c>.</summary>
    Nothing,

    /// <summary>The <c>await</c> is part of a larger expression.</summary>
    Expression,
}
