# Drives the classic Outlook of the Windows user who runs it, by its object model. Made for Windows PowerShell 5.1.
#
# Reads one line of JSON from standard input, in ASCII (what is not is escaped), so that no code page can change it:
#   {"operation":"open"}
#   {"operation":"mailboxes"}
#   {"operation":"send","store":null|id,"from":address,"to":[address],"subject":text,"text":text,"html":null|text,"limitMs":number}
# Writes one object of JSON to standard output, in UTF-8 without a mark:
#   {"answer":{...}} or {"error":code,"hresult":null|"0x80040154","words":text}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# Of OlItemType, OlObjectClass, OlDefaultFolders, OlMailRecipientType, OlBodyFormat and OlExchangeStoreType.
$mailItem = 0
$mailClass = 43
$outboxFolder = 4
$sentMailFolder = 5
$toRecipient = 1
$plainFormat = 1
$mailboxesOfOthers = @(1, 4)

$accessDenied = -2147024891

function New-Fault([string]$code, [string]$words) {
  $fault = New-Object System.InvalidOperationException $words
  $fault.Data['code'] = $code
  $fault
}

function Write-Answer($answer) {
  $json = ConvertTo-Json -InputObject $answer -Compress -Depth 5
  $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($json)
  $output = [Console]::OpenStandardOutput()
  $output.Write($bytes, 0, $bytes.Length)
  $output.Flush()
}

function Write-Failure($exception) {
  $cause = $exception.GetBaseException()
  $code = $cause.Data['code']
  if ($null -ne $code) {
    Write-Answer @{ error = $code; hresult = $null; words = $cause.Message }
    return
  }
  Write-Answer @{ error = 'failed'; hresult = ('0x{0:X8}' -f $cause.HResult); words = $cause.Message }
}

function Open-Outlook {
  $type = [Type]::GetTypeFromProgID('Outlook.Application')
  if ($null -eq $type) { throw (New-Fault 'notInstalled' '') }
  $outlook = [Activator]::CreateInstance($type)
  # The default profile and no dialog: nobody would see it. Where Outlook runs, its own session is taken.
  $null = $outlook.Session.Logon([Type]::Missing, [Type]::Missing, $false, $false)
  $outlook
}

# A mailbox of others tells its address by its owner; one that does not has its name alone.
function Find-OwnerAddress($session, $store) {
  try {
    $accessor = $store.PropertyAccessor
    $owner = $accessor.GetProperty('http://schemas.microsoft.com/mapi/proptag/0x661B0102')
    $entry = $session.GetAddressEntryFromID($accessor.BinaryToString($owner))
    [string]$entry.GetExchangeUser().PrimarySmtpAddress
  } catch {
    ''
  }
}

function Get-Mailboxes($session) {
  $default = $session.DefaultStore.StoreID
  $seen = @{}
  foreach ($account in $session.Accounts) {
    $store = $account.DeliveryStore
    if ($null -eq $store) { continue }
    $seen[$store.StoreID] = $true
    @{
      id = $store.StoreID
      name = [string]$account.DisplayName
      address = [string]$account.SmtpAddress
      isDefault = ($store.StoreID -eq $default)
    }
  }
  foreach ($store in $session.Stores) {
    if ($seen.ContainsKey($store.StoreID)) { continue }
    if ($mailboxesOfOthers -notcontains $store.ExchangeStoreType) { continue }
    @{
      id = $store.StoreID
      name = [string]$store.DisplayName
      address = [string](Find-OwnerAddress $session $store)
      isDefault = $false
    }
  }
}

# The account with the sender's address, else the one that delivers into the mailbox; null: Outlook's default one.
function Find-Account($session, [string]$from, $store) {
  foreach ($account in $session.Accounts) {
    if ($account.SmtpAddress -eq $from) { return $account }
  }
  foreach ($account in $session.Accounts) {
    if ($null -ne $account.DeliveryStore -and $account.DeliveryStore.StoreID -eq $store.StoreID) { return $account }
  }
}

# PowerShell assigns by value, which Outlook does not take where a property is an object.
function Set-ObjectProperty($target, [string]$name, $value) {
  $null = $target.GetType().InvokeMember($name, 'SetProperty', $null, $target, $value)
}

function Set-Account($item, $account) {
  Set-ObjectProperty $item 'SendUsingAccount' $account
  if ($item.SendUsingAccount.SmtpAddress -ne $account.SmtpAddress) {
    throw (New-Fault 'accountNotTaken' ([string]$account.SmtpAddress))
  }
}

function New-Message($outlook, $request) {
  $item = $outlook.CreateItem($mailItem)
  # A form or an add-in can put something else in the place of a message: a meeting request never goes out.
  if ($item.Class -ne $mailClass -or $item.MessageClass -notlike 'IPM.Note*') {
    throw (New-Fault 'notAMessage' ([string]$item.MessageClass))
  }
  $item.Subject = [string]$request.subject
  if ($null -ne $request.html) {
    $item.HTMLBody = [string]$request.html
  } else {
    $item.BodyFormat = $plainFormat
    $item.Body = [string]$request.text
  }
  foreach ($address in $request.to) {
    $recipient = $item.Recipients.Add([string]$address)
    $recipient.Type = $toRecipient
    if (-not $recipient.Resolve()) { throw (New-Fault 'recipientUnresolved' ([string]$address)) }
  }
  $item
}

# A data file without one of its own sends by the Outbox of the profile.
function Find-Outbox($session, $store) {
  try {
    $store.GetDefaultFolder($outboxFolder)
  } catch {
    $session.GetDefaultFolder($outboxFolder)
  }
}

# Counts rows of a table: an item that is opened in the Outbox is no longer sent.
function Measure-Outbox($outbox, [string]$subject) {
  $filter = '@SQL="urn:schemas:httpmail:subject" = ''' + $subject.Replace("'", "''") + "'"
  $outbox.GetTable($filter).GetRowCount()
}

function Send-Item($item, [bool]$onBehalf) {
  try {
    $null = $item.Send()
  } catch {
    $cause = $_.Exception.GetBaseException()
    if ($onBehalf -and $cause.HResult -eq $accessDenied) { throw (New-Fault 'sendAsDenied' $cause.Message) }
    throw
  }
}

function Send-Message($outlook, $request) {
  $session = $outlook.Session
  if ($session.Offline) { throw (New-Fault 'offline' '') }
  $store = $session.DefaultStore
  if ($null -ne $request.store) { $store = $session.GetStoreFromID([string]$request.store) }
  $account = Find-Account $session ([string]$request.from) $store
  $sending = $session.DefaultStore
  if ($null -ne $account -and $null -ne $account.DeliveryStore) { $sending = $account.DeliveryStore }

  $item = New-Message $outlook $request
  if ($null -ne $account) { Set-Account $item $account }
  $onBehalf = $null -eq $account -or $account.SmtpAddress -ne $request.from
  if ($onBehalf) { $item.SentOnBehalfOfName = [string]$request.from }
  if ($sending.StoreID -ne $store.StoreID) {
    Set-ObjectProperty $item 'SaveSentMessageFolder' ($store.GetDefaultFolder($sentMailFolder))
  }

  $outbox = Find-Outbox $session $sending
  $before = Measure-Outbox $outbox $request.subject
  $watch = [Diagnostics.Stopwatch]::StartNew()
  Send-Item $item $onBehalf
  $null = $session.SendAndReceive($false)
  while ((Measure-Outbox $outbox $request.subject) -gt $before) {
    if ($watch.ElapsedMilliseconds -ge $request.limitMs) { throw (New-Fault 'timedOut' '') }
    Start-Sleep -Milliseconds 500
  }
  @{ waitedMs = $watch.ElapsedMilliseconds; onBehalf = $onBehalf }
}

try {
  # With a command PowerShell itself reads standard input, and gives it line by line.
  $request = ConvertFrom-Json -InputObject (@($input) -join '')
  $outlook = Open-Outlook
  switch ($request.operation) {
    'open' {
      $profileName = [string]$outlook.Session.CurrentProfileName
      Write-Answer @{ answer = @{ version = [string]$outlook.Version; profile = $profileName } }
    }
    'mailboxes' { Write-Answer @{ answer = @{ mailboxes = @(Get-Mailboxes $outlook.Session) } } }
    'send' { Write-Answer @{ answer = (Send-Message $outlook $request) } }
    default { throw (New-Fault 'unknownOperation' ([string]$request.operation)) }
  }
} catch {
  Write-Failure $_.Exception
}
