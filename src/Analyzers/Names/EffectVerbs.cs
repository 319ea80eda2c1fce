using System.Collections.Immutable;

namespace Pipeline.Analyzers.Names;

/// <summary>The one place where the words stand by which a name is judged. docs/effects.md shows them to users.</summary>
/// <remarks>A word of two parts, such as <c>CheckOut</c>, is also found written as one: <c>Checkout</c>.</remarks>
internal static class EffectVerbs
{
    /// <summary>Verbs of change and of guarding: one of them anywhere in the name makes a command.</summary>
    public static readonly ImmutableHashSet<string> Commands = Words(
        """
        Abandon Abort Accept Ack Acknowledge Acquire Activate Add Adjust Advance Allocate Allow Alter Amend Append
        Apply Approve Ask Assert Assign Attach Authenticate Authorise Authorize Backfill Ban Begin Bind Book Bump Cancel Charge
        CheckIn CheckOut CleanUp Clear Close Commit Complete Configure Confirm Connect Consume Copy Create Deactivate Decline
        Decrement Deduct Delete Deliver Demand Deny Deploy Deprovision Dequeue Deregister Destroy Detach Disable Discard Disconnect
        Dismiss Dispatch Dispose Down Drain Edit Emit Enable Enforce Enlist Enqueue Enrol Enroll Ensure Erase Evict Execute
        Expire Fill Finalise Finalize Finish Fit Flush Forget Freeze Fulfil Fulfill Halt Import Increment Ingest Init Initialise
        Initialize Initiate Insert Install Into Invalidate Kill Learn Lock Log Login Logout Mark Merge Migrate Modify Move
        Mutate Nack Next Notify Open Overwrite Patch Pause Pay Persist Pop Populate Post Prepend Provision Publish Purge Push Put
        Reassign Rebuild Receive Reconcile Reconnect Record Recreate Redeem Refresh Refund Register Reindex Reject Release Reload
        Remove Rename Renew Reopen Replace Replicate Require Reschedule Resend Reserve Reset Restart Restore Retire Retrain Retry
        Revert Revoke Rewind RollBack Rotate Save Schedule Send Set SetUp ShutDown SignIn SignOut SignUp Spawn Start Stop
        Store Submit Subscribe Suspend Swap Sync Synchronise Synchronize Take Teach Terminate Toggle Touch Track Train Transfer
        Unassign Unban Unblock Undelete Undo Uninstall Unlock Unregister Unsubscribe Update Upgrade Upload Upsert Validate Verify
        Wipe Withdraw Write
        """);

    /// <summary>
    /// Words that are as often nouns (<c>GetReport</c>, <c>ParseResume</c>): commands only where a verb stands, first in the
    /// name or after <c>And</c>, <c>Or</c>, <c>Then</c>.
    /// </summary>
    public static readonly ImmutableHashSet<string> CommandsAsVerb = Words(
        """
        Archive Audit Award Backup Bid Bill Block Broadcast Cache Call Change Claim Comment Debit Deposit Drop Email Exchange
        Export Flag Forward Grant Guard Index Invite Invoke Issue Join Launch Leave Like Link Mail Message Order Perform Permit
        Print Promote Protect Queue Rate Reply Report Request Respond Resume Reward Run Seed Share Ship Sign Spend Tag Trade Trigger
        Truncate Use Visit Void Vote Wait
        """);

    /// <summary>Verbs of reading and computing: as the first word, and with no verb of change behind it, they make a query.</summary>
    public static readonly ImmutableHashSet<string> Queries = Words(
        """
        Analyse Analyze Answer Calculate Check Classify Compare Compute Contains Count
        Decode Describe Detect Diarise Diarize Embed Encode Estimate Evaluate Exists Extract
        Fetch Find Forecast Generate Get Has Infer Is List Load Lookup
        Measure Parse Peek Predict Preview Process Query
        Rank Read Recognise Recognize Recommend Rerank Retrieve
        Score Search Segment Simulate Suggest Summarise Summarize
        Tokenise Tokenize Transcribe Transform Translate Vectorise Vectorize
        """);

    /// <summary>What <c>Generate</c> must not make: two calls never give the same identifier or secret, and often keep it.</summary>
    public static readonly ImmutableHashSet<string> Identities = Words(
        """
        Certificate Code Coupon Credential Guid Id Identifier Identity Invoice Key License Link Login Nonce Number Otp
        Password Pin Reference Salt Secret Sequence Serial Session Signature Ticket Token Uuid Voucher
        """);

    /// <summary>What <c>Process</c> computes over; processing anything else is business, and changes things.</summary>
    public static readonly ImmutableHashSet<string> Content = Words(
        """
        Audio Caption Content Document Embedding Feature Frame Image Page Paragraph Photo Picture Pixel Prompt Scan
        Sentence Sound Speech Text Token Transcript Video Voice Waveform
        """);

    /// <summary>What turns processing, even of content, into business: <c>ProcessOrderDocument</c>.</summary>
    public static readonly ImmutableHashSet<string> Business = Words(
        """
        Account Application Billing Booking Cart Checkout Claim Command Customer Event Invoice Job Message Notification
        Order Payment Payout Payroll Purchase Queue Request Return Sale Shipment Subscription Task Transaction Webhook
        """);

    /// <summary>
    /// What, behind a verb of reading, is run, replaced or fetched from elsewhere: <c>EvaluateScript</c>, <c>LoadModel</c>,
    /// <c>FetchOrigin</c>.
    /// </summary>
    public static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Deceiving = new Dictionary<string,
    ImmutableHashSet<string>>
    {
        ["Evaluate"] = Words("Code Command Lua Macro Program Script Sql Statement"),
        ["Process"] = Words("Script"),
        ["Query"] = Words("Script Sql"),
        ["Fetch"] = Words("Branch Head Origin Ref Refs Remote Upstream"),
        ["Load"] = Words("Assembly Checkpoint Extension Library Model Module Plugin Program Script Weight"),
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameters by whose text a caller says what shall happen.</summary>
    public static readonly ImmutableHashSet<string> Statements = Words("CommandText Command Cypher Script Sql Statement");

    /// <summary>Reads that are made in an order for a reason: what they give is compared with something read before or after.</summary>
    public static readonly ImmutableHashSet<string> Protocols = Words(
        "Checkpoint Clock Counter Cursor Etag Gauge Lease Offset Revision RowVersion Sequence Snapshot Timestamp Version Watermark");

    /// <summary>Verbs of guarding, acquiring and charging: what comes after such a call must not happen if it fails.</summary>
    public static readonly ImmutableHashSet<string> Guards = Words(
        """
        Accept Acquire Allocate Allow Approve Assert Authenticate Authorise Authorize Bill Book Charge Check CheckIn CheckOut Claim Consume Debit
        Deduct Demand Enforce Ensure Guard Lease Lock Login Pay Permit Protect Redeem Require Reserve SignIn Spend Unlock Validate Verify Withdraw
        """);

    /// <summary>Words after which another verb stands.</summary>
    public static readonly ImmutableHashSet<string> Conjunctions = Words("And Or Then");

    private static ImmutableHashSet<string> Words(string list) =>
        ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase,
            list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
