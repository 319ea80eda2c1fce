namespace Pipeline.Calls;

/// <summary>A slot that a call has.</summary>
/// <param name="Instance">The instance that it is of.</param>
/// <param name="Place">Where the slots keep who holds it.</param>
internal readonly record struct TakenSlot(int Instance, int Place);
