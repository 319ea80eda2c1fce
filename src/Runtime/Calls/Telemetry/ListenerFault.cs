namespace Pipeline.Calls;

/// <summary>Keeps what a listener throws from becoming the answer of a call.</summary>
internal static class ListenerFault
{
    public static void Ignore<TState>(TState state, Action<TState> tell)
    {
        try
        {
            tell(state);
        }
        catch (Exception)
        {
            // Whoever listens knows of it, and the call has nothing to do with it.
        }
    }
}
