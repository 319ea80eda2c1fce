namespace DigitsWeb.Times;

/// <summary>A call that one service made to another, as a bar on the page's time line.</summary>
/// <param name="Service">The service called.</param>
/// <param name="Api">The API called.</param>
/// <param name="Start">When it started, in milliseconds after the request.</param>
/// <param name="End">When it ended.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record TimedCall(string Service, string Api, double Start, double End, bool Failed);
