namespace Pipeline.Calls;

/// <summary>Calls that wait for a slot for too long, and those that hold the slots.</summary>
/// <param name="Slots">What the slots are of.</param>
/// <param name="Waiting">How many calls have waited too long.</param>
/// <param name="First">The one that has waited longest, if anything is known of it.</param>
/// <param name="Holders">The calls that hold slots.</param>
internal sealed record SlotReport(string Slots, int Waiting, ISlotHolder? First, IReadOnlyList<ISlotHolder> Holders);
